using Hosts;
using Scraper.Classifying;
using Scraper.Collecting;
using Scraper.Collecting.Drift;
using Scraper.Editing.Watching;
using Scraper.Normalizing;
using Scraper.Normalizing.Scanning;
using Scraper.Sources;
using Scraper.Tests.Collecting;

namespace Scraper.Tests.Editing.Watching;

public sealed class RunLinesTests
{
    private readonly ManualTimeProvider _clock = new(ScraperParts.Start);
    private readonly RunPace _pace;
    private RunCount _count = RunCount.None;

    public RunLinesTests() => _pace = new RunPace(_clock);

    private static JudgedVideo Judged(int number, VideoKind kind, bool needsReview = false) => new(
        MovieNormalizer.Normalize(ScannedVideo.Of(ScriptedPage.Film(number)), currentYear: 2026),
        new Verdict(kind, 0.9, needsReview, []), Upsert: null);

    /// <summary>A page a second, as told by the source: three films, an episode, a doubt and an item that cannot be read.</summary>
    private void Keep(string target, int place, int targets, int? total)
    {
        _clock.Advance(TimeSpan.FromSeconds(1));
        var page = new PageOutcome
        {
            Target = new SourceTarget("search", target),
            Videos =
            [
                Judged(1, VideoKind.Film), Judged(2, VideoKind.Film), Judged(3, VideoKind.Film), Judged(4, VideoKind.Episode),
                Judged(5, VideoKind.Film, needsReview: true),
            ],
            Failures = [new FailedItem("film-6", CollectStep.Parse, "no title", "{}")],
            Profile = new Profile { Items = 10 },
        };
        _count = _count.With(new RunProgress(page.Target, place, targets, page, total));
        _pace.Look(_count);
    }

    [Fact]
    public void A_line_tells_rate_kinds_errors_and_the_time_left()
    {
        for (var page = 0; page < 4; page++)
        {
            Keep("фильм", 1, 1, total: 100);
        }

        Assert.Equal(
            "search:фильм, 24 seen, 6/s, 12 films, 4 episodes, 0 trailers, 0 other, 4 review, 4 rejected, 0 errors, 4 pages, "
            + "0:04 gone, 0:06 left",
            RunLines.Line(_count, _pace));
    }

    [Fact]
    public void A_source_that_states_no_total_leaves_the_time_unknown()
    {
        Keep("фильм", 1, 1, total: null);

        Assert.EndsWith("time left unknown", RunLines.Line(_count, _pace), StringComparison.Ordinal);
    }

    [Fact]
    public void The_time_left_is_that_of_the_target_being_read()
    {
        Keep("первая", 1, 2, total: 10);
        Keep("вторая", 2, 2, total: 40);

        var line = RunLines.Line(_count, _pace);

        Assert.StartsWith("2/2 search:вторая, 12 seen", line, StringComparison.Ordinal);
        Assert.EndsWith("0:03 left of this target", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_that_cannot_be_read_is_an_error_and_no_page()
    {
        var dead = PageOutcome.Failed(new SourceTarget("channel", "7"), "404");
        _count = _count.With(new RunProgress(dead.Target, 1, 1, dead, Total: null));

        var line = RunLines.Line(_count, _pace);

        Assert.Contains("0 rejected, 1 errors, 0 pages", line, StringComparison.Ordinal);
    }

    [Fact]
    public void The_rate_is_that_of_the_last_seconds()
    {
        Keep("фильм", 1, 1, total: null);
        _clock.Advance(TimeSpan.FromMinutes(1));
        _pace.Look(_count);
        _clock.Advance(TimeSpan.FromSeconds(9));
        _pace.Look(_count);

        Assert.Equal((0, TimeSpan.FromSeconds(70)), (_pace.Rate, _pace.Elapsed));
    }

    [Theory]
    [InlineData(200, 1)]
    [InlineData(120, 2)]
    [InlineData(80, 3)]
    [InlineData(40, 5)]
    [InlineData(10, 13)]
    public void No_line_reaches_the_edge_of_the_terminal(int width, int most)
    {
        Keep("художественный фильм о любви и о войне на все времена", 1, 4, total: 10_000);

        var lines = RunLines.Fit(_count, _pace, width);

        Assert.InRange(lines.Count, 1, most);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, width - 1));
    }

    [Fact]
    public void Before_the_first_page_it_says_that_it_waits() =>
        Assert.Equal("waiting for the first page, 0:00", RunLines.Line(RunCount.None, _pace));
}
