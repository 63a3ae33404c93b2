using System.Diagnostics;
using System.Globalization;
using Metadata.Matching;
using Xunit.Abstractions;

namespace Metadata.Tests.Matching;

/// <summary>Measures the matcher on real films, with the floors that the product promises.</summary>
public class MatchAccuracyTests(ITestOutputHelper output)
{
    private static readonly HashSet<Rejection> None = [];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Generated_uploads_find_their_films_above_the_floors(int seed)
    {
        if (IsAbsent())
        {
            return;
        }

        var uploads = GeneratedUploads.Of(SharedFilms.All(), new Random(seed));
        var records = uploads.Select(upload => upload.Record).ToList();
        var watch = Stopwatch.StartNew();

        var found = FilmBlocks.Connected(records).Select(group => FilmClusters.Resolve(group, None)).ToList();

        var time = watch.Elapsed;
        var score = MatchScore.Of(uploads, found);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{records.Count} records in {time.TotalSeconds:0.00} s; P {score.Precision:0.0000} R {score.Recall:0.0000} F1 {score.F1:0.0000}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"with review R {score.RecallWithReview:0.0000}; B-cubed {score.CubedPrecision:0.0000}/{score.CubedRecall:0.0000}/{score.CubedF1:0.0000}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"review share {score.ReviewShare:0.0000}, blocking recall {score.BlockingRecall:0.0000}"));
        Explain(uploads, found);
        Assert.Multiple(
            () => AssertAtLeast(0.985, score.Precision, "pair precision"),
            () => AssertAtLeast(0.90, score.Recall, "pair recall"),
            () => AssertAtLeast(0.94, score.CubedF1, "B-cubed F1"),
            () => AssertAtLeast(0.92, 1 - score.ReviewShare, "decided without an editor"));
    }

    private void Explain(IReadOnlyList<KnownUpload> uploads, List<Resolution> found)
    {
        var truth = uploads.ToDictionary(upload => upload.Record, upload => upload.Film);
        var film = found.SelectMany(resolution => resolution.Films).SelectMany((one, place) => one.Records.Select(record => (record, place))).ToDictionary(one => one.record, one => one.place);
        var missed = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var group in uploads.GroupBy(upload => upload.Film))
        {
            var list = group.Select(one => one.Record).ToList();
            for (var i = 0; i < list.Count; i++)
            {
                for (var j = i + 1; j < list.Count; j++)
                {
                    if (film[list[i]] != film[list[j]])
                    {
                        var reason = FilmMatcher.Compare(list[i], list[j]) + $" {FilmMatcher.PeopleOf(list[i], list[j])} {FilmMatcher.LengthOf(list[i], list[j])}";
                        missed[reason] = missed.GetValueOrDefault(reason) + 1;
                    }
                }
            }
        }

        foreach (var (reason, count) in missed.OrderByDescending(one => one.Value).Take(30))
        {
            output.WriteLine($"missed {count} {reason}");
        }

        var wrong = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var one in found.SelectMany(resolution => resolution.Films))
        {
            for (var i = 0; i < one.Records.Count; i++)
            {
                for (var j = i + 1; j < one.Records.Count; j++)
                {
                    if (truth[one.Records[i]] != truth[one.Records[j]])
                    {
                        var reason = FilmMatcher.Compare(one.Records[i], one.Records[j]) + $" {FilmMatcher.PeopleOf(one.Records[i], one.Records[j])} {FilmMatcher.LengthOf(one.Records[i], one.Records[j])}";
                        wrong[reason] = wrong.GetValueOrDefault(reason) + 1;
                    }
                }
            }
        }

        foreach (var (reason, count) in wrong.OrderByDescending(one => one.Value).Take(30))
        {
            output.WriteLine($"wrong {count} {reason}");
        }
    }

    private static void AssertAtLeast(double floor, double value, string name) =>
        Assert.True(value >= floor, $"{name}: {value:0.0000} is below {floor:0.0000}");

    private bool IsAbsent()
    {
        if (SharedFilms.Folder is not null)
        {
            return false;
        }

        Console.Error.WriteLine("shared data absent: matching accuracy not measured");
        output.WriteLine("shared data absent: matching accuracy not measured");
        return true;
    }
}
