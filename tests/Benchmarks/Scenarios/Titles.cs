using System.Diagnostics;
using Benchmarks.Reporting;
using Scraper.Classifying;
using Scraper.Normalizing;
using Scraper.Normalizing.Scanning;
using Scraper.Sources;
using Scraper.Tests.Normalizing.Generated;

namespace Benchmarks.Scenarios;

/// <summary>How rightly and how fast titles are read: real film titles in every decoration, and broken strings.</summary>
internal static class Titles
{
    private const int Seed = 1;
    private const int CurrentYear = 2026;
    private const int Fuzzed = 100_000;
    private const double LongestReading = 5;
    private const double LowestShare = 99.5;

    /// <summary>
    /// Of 172 titles of its own gold set; read from scraping.md, section C.2, and not measured in this run.
    /// </summary>
    private static readonly (string Parser, string Exact)[] Published =
        [("guessit", "76.2 %"), ("PTN", "67.4 %"), ("TheBeastLT PTT", "57.0 %")];

    public static Section Run(Bench bench)
    {
        if (CatalogueFilms.Read() is not { } films)
        {
            throw new DirectoryNotFoundException(
                "The scenario 'titles' needs the film lists of ../shared/data beside the checkout. Put them there.");
        }

        Bench.Say("titles: every decoration around films of the lists");
        var filler = new TitleFiller(films, Seed);
        var titles = Decoration.ReadAll()
            .SelectMany(decoration => filler.Titles(decoration, bench.Plan.Quick ? 20 : 100)).ToList();
        var table = new Table("pattern group", "titles", "title exact", "naive cut", "kind");
        var lowest = AddGroups(table, titles);
        foreach (var (parser, exact) in Published)
        {
            table.Add($"{parser}, as published in C.2 for 172 other titles", "", exact, "", "");
        }

        var speed = Speed(titles, bench.Plan.Rounds);
        Bench.Say($"titles: {Fuzzed:N0} broken strings");
        var worst = Worst();

        return new Section(
            "Titles",
            $"""
            {titles.Count:N0} titles: films of the lists in each of {Decoration.ReadAll().Count} decorations of 126 patterns, fixed
            seed. Exact: the same title but for case, punctuation, ё, Roman numbers. Naive cut: what stands before the first
            bracket, bar or dash. Kind: with a length that such an upload has. Speed: reading and judging on one thread, warm,
            median of {bench.Plan.Rounds} rounds ({speed} titles/s). Broken strings: up to 4 KB; one that took too long is read
            again, for the machine may have been at other work.
            """,
            table,
            new Figure("exact titles of the lowest group, %", lowest, $"≥ {LowestShare} %", lowest >= LowestShare),
            Figure.AtLeast("titles/s on one core", speed.Median, 20_000, "/s"),
            Figure.AtMost("slowest of 100,000 broken strings, ms", worst, LongestReading, " ms"));
    }

    private static double AddGroups(Table table, List<GeneratedTitle> titles)
    {
        var lowest = 100.0;
        foreach (var group in titles.GroupBy(title => PatternGroup.Of(title.Pattern)))
        {
            var works = group.Where(title => title.IsWork).ToList();
            var exact = Share(works, title => IsExact(Read(title).Draft.Title, title));
            lowest = Math.Min(lowest, works.Count == 0 ? 100 : exact);
            table.Add(
                $"{group.Key.First}–{group.Key.Last} {group.Key.Name}",
                $"{group.Count():N0}",
                Percent(exact),
                Percent(Share(works, title => IsExact(NaiveCut.Of(title.Raw), title))),
                Percent(Share([.. group], title => Read(title).Verdict.Kind.ToString() == title.Kind)));
        }

        return lowest;
    }

    private static Series Speed(List<GeneratedTitle> titles, int rounds)
    {
        var speed = new Series();
        for (var round = 0; round < rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            foreach (var title in titles)
            {
                Read(title);
            }

            speed.Add(titles.Count / watch.Elapsed.TotalSeconds);
        }

        return speed;
    }

    private static double Worst()
    {
        var worst = 0.0;
        foreach (var raw in FuzzedTitles.Make(Fuzzed))
        {
            var taken = Milliseconds(raw);
            for (var again = 0; taken > LongestReading && again < 3; again++)
            {
                taken = Math.Min(taken, Milliseconds(raw));
            }

            worst = Math.Max(worst, taken);
        }

        return worst;
    }

    private static double Milliseconds(string raw)
    {
        var watch = Stopwatch.GetTimestamp();
        Read(raw, duration: null);

        return Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
    }

    private static (MovieDraft Draft, Verdict Verdict) Read(GeneratedTitle title) => Read(title.Raw, title.Duration);

    private static (MovieDraft Draft, Verdict Verdict) Read(string raw, TimeSpan? duration)
    {
        var video = new RawVideo
        {
            Source = "bench",
            ExternalId = "1",
            SourceUrl = "about:blank",
            Title = raw,
            Duration = duration,
        };
        var draft = MovieNormalizer.Normalize(ScannedVideo.Of(video), CurrentYear);

        return (draft, MovieClassifier.Classify(draft, Siblings.None));
    }

    private static bool IsExact(string read, GeneratedTitle title) => MatchForm.Of(read) == MatchForm.Of(title.Title);

    private static double Share(List<GeneratedTitle> titles, Func<GeneratedTitle, bool> test) =>
        titles.Count == 0 ? double.NaN : 100.0 * titles.Count(test) / titles.Count;

    private static string Percent(double share) => double.IsNaN(share) ? "" : FormattableString.Invariant($"{share:0.0} %");
}
