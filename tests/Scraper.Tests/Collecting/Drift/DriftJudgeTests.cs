using Scraper.Collecting.Drift;
using Scraper.Journal;
using Xunit.Abstractions;

namespace Scraper.Tests.Collecting.Drift;

public sealed class DriftJudgeTests(ITestOutputHelper output)
{
    private const int Sources = 200;

    private static readonly Dictionary<string, (Action<Day> Change, string Measure)> Drifts = new(StringComparer.Ordinal)
    {
        ["the field of the year is gone"] = (day => day.Year = 0.02, "videos with year"),
        ["the field of the duration is gone"] = (day => day.Duration = 0, "videos with duration"),
        ["pictures are gone"] = (day => day.Image = 0.3, "videos with image"),
        ["descriptions are gone"] = (day => day.Description = 0, "videos with description"),
        ["authors are gone"] = (day => day.Author = 0.5, "videos with author"),
        ["pages are cut in half"] = (day => day.PageSize = 9, "items per page"),
        ["a quarter cannot be read"] = (day => day.Unreadable = 0.25, "items that cannot be read"),
        ["every page is the first one"] = (day => (day.RepeatedPages, day.Repeated) = (0.9, 0.9), "pages that the run already had"),
        ["every id is new"] = (day => day.New = 1, "new videos"),
        ["seconds are taken for minutes"] = (day => day.Minutes *= 60, "median minutes"),
        ["minutes are taken for seconds"] = (day => day.Minutes /= 60, "median minutes"),
        ["titles are cut short"] = (day => day.TitleLength = 15, "median length of titles"),
        ["titles have markup in them"] = (day => day.TitleLength *= 2.5, "median length of titles"),
        ["the year is that of the upload"] = (day => (day.MiddleYear, day.YearSpread) = (2025, 1), "median year"),
        ["all is taken for a film"] = (day => day.Films = 1, "videos judged"),
        ["nothing is taken for a film"] = (day => day.Films = 0, "videos judged film"),
    };

    public static TheoryData<string> DriftNames => [.. Drifts.Keys];

    [Theory]
    [InlineData(5)]
    [InlineData(20)]
    public void Of_ordinary_days_at_most_one_in_two_hundred_is_stopped_and_one_in_twenty_warned_of(int runs)
    {
        var verdicts = Enumerable.Range(1, Sources).SelectMany(seed => OrdinaryDays(seed, runs)).ToList();

        var (stops, warnings) = (Share(DriftLevel.Stop), Share(DriftLevel.Warn));
        output.WriteLine($"{verdicts.Count} days judged by {runs} runs: {stops:P2} stopped, {warnings:P2} warned of");
        foreach (var reason in verdicts.Where(verdict => verdict.Level == DriftLevel.Stop).SelectMany(verdict => verdict.Reasons).Take(10))
        {
            output.WriteLine(reason);
        }

        Assert.True(stops <= 0.005, $"{stops:P2} stopped");
        Assert.True(warnings <= 0.05, $"{warnings:P2} warned of");

        double Share(DriftLevel level) => (double)verdicts.Count(verdict => verdict.Level == level) / verdicts.Count;
    }

    [Theory]
    [MemberData(nameof(DriftNames))]
    public void A_source_that_changes_is_stopped_for_the_right_reason(string name)
    {
        var (change, measure) = Drifts[name];
        var missed = 0;
        for (var seed = 1; seed <= 100; seed++)
        {
            var source = new SimulatedRuns(seed);
            var verdict = DriftJudge.Judge("search", source.Next(change), BaselineOf(source.Take(20)));
            if (verdict.Level != DriftLevel.Stop || !verdict.Reasons.Any(reason => reason.Contains(measure, StringComparison.Ordinal)))
            {
                missed++;
                output.WriteLine($"source {seed}: {verdict.Level} {string.Join("; ", verdict.Reasons)}");
            }
        }

        output.WriteLine($"{name}: {100 - missed} of 100 stopped");
        Assert.True(missed <= 5, $"{name}: {missed} of 100 not stopped because of \"{measure}\"");
    }

    [Fact]
    public void A_reason_names_measure_baseline_value_and_bound()
    {
        var source = new SimulatedRuns(1);

        var verdict = DriftJudge.Judge("search", source.Next(day => day.Duration = 0), BaselineOf(source.Take(20)));

        var reason = Assert.Single(verdict.Reasons, reason => reason.Contains("duration", StringComparison.Ordinal));
        Assert.Matches(@"^search: videos with duration: usually 9\d\.\d%, now 0\.0%, bound 7\d\.\d%$", reason);
    }

    [Fact]
    public void Four_runs_are_too_few_to_judge_by()
    {
        var source = new SimulatedRuns(1);

        Assert.Equal(DriftLevel.Ok, DriftJudge.Judge("search", source.Next(day => day.Duration = 0), BaselineOf(source.Take(4))).Level);
    }

    [Fact]
    public void A_run_of_other_targets_is_judged_by_what_all_of_that_form_have_in_common()
    {
        var source = new SimulatedRuns(1);
        var others = BaselineOf(source.Take(20)) with { OfScope = [] };

        var (kinds, fields) = (
            DriftJudge.Judge("search", source.Next(day => (day.Films, day.MiddleYear) = (0, 2024)), others),
            DriftJudge.Judge("search", source.Next(day => day.Duration = 0), others));

        Assert.Equal((DriftLevel.Ok, DriftLevel.Stop), (kinds.Level, fields.Level));
    }

    [Fact]
    public void What_an_editor_has_released_is_normal_from_then_on()
    {
        var source = new SimulatedRuns(1);
        var (known, changed) = (source.Take(20), source.Next(day => day.Duration = 0));

        var next = DriftJudge.Judge("search", source.Next(day => day.Duration = 0), new Baseline([.. known, changed], [.. known, changed], [changed]));

        Assert.Equal(DriftLevel.Ok, next.Level);
    }

    private static IEnumerable<DriftVerdict> OrdinaryDays(int seed, int runs)
    {
        var source = new SimulatedRuns(seed);
        var baseline = BaselineOf(source.Take(runs));
        return [.. source.Take(10).Select(day => DriftJudge.Judge("search", day, baseline))];
    }

    private static Baseline BaselineOf(IReadOnlyList<Profile> runs) => new(runs, runs, []);
}
