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

        var found = Resolve(records);

        var time = watch.Elapsed;
        var score = MatchScore.Of(uploads, found);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{records.Count} records in {time.TotalSeconds:0.00} s; P {score.Precision:0.0000} R {score.Recall:0.0000} F1 {score.F1:0.0000}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"with review R {score.RecallWithReview:0.0000}; B-cubed {score.CubedPrecision:0.0000}/{score.CubedRecall:0.0000}/{score.CubedF1:0.0000}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"review share {score.ReviewShare:0.0000}, blocking recall {score.BlockingRecall:0.0000}"));
        Assert.Multiple(
            () => AssertAtLeast(0.985, score.Precision, "pair precision"),
            () => AssertAtLeast(0.90, score.Recall, "pair recall"),
            () => AssertAtLeast(0.94, score.CubedF1, "B-cubed F1"),
            () => AssertAtLeast(0.92, 1 - score.ReviewShare, "decided without an editor"));
    }

    [Fact]
    public void Certificates_of_one_title_with_other_directors_stay_apart()
    {
        if (IsAbsent())
        {
            return;
        }

        var records = SharedFilms.Rows("mkrf-films.tsv").Where(row => row[6].Length is > 0 and < 200).Select(row => new MatchRecord
        {
            Source = "certificates",
            ExternalId = row[1] + row[2],
            Names = MatchRecord.NamesOf(row[0], null, []),
            Directors = row[6].Split(", "),
        }).ToList();

        var found = Resolve(records);

        var joined = found.SelectMany(resolution => resolution.Films).Where(film => film.Records.Count > 1).ToList();
        var wrong = joined.Count(film => film.Records.Any(one => film.Records.Any(other => FilmMatcher.PeopleOf(one, other) == Agreement.Disjoint)));
        output.WriteLine($"{records.Count} certificates, {joined.Count} films of several, {wrong} of them with other directors");
        Assert.True(joined.Count > 300, $"only {joined.Count} films were found twice");
        Assert.True(wrong <= joined.Count * 0.005, $"{wrong} films of {joined.Count} hold certificates with other directors");
    }

    [Fact]
    public void Films_of_several_platforms_agree_in_director_and_length()
    {
        if (IsAbsent())
        {
            return;
        }

        var records = SharedFilms.Rows("streaming-catalogues.tsv").Where(row => row[2] == "Movie").Select(row => new MatchRecord
        {
            Source = row[0],
            ExternalId = row[1],
            Names = MatchRecord.NamesOf(row[3], null, []),
            Year = int.Parse(row[7], CultureInfo.InvariantCulture),
            DurationSeconds = row[9].EndsWith(" min", StringComparison.Ordinal) ? int.Parse(row[9][..^4], CultureInfo.InvariantCulture) * 60 : null,
            Directors = row[4].Length > 0 ? row[4].Split(", ") : [],
        }).ToList();

        var pairs = Resolve(records).SelectMany(resolution => resolution.Films)
            .SelectMany(film => film.Records.SelectMany((one, place) => film.Records.Skip(place + 1).Select(other => (one, other))))
            .Where(pair => pair.one.Source != pair.other.Source).ToList();

        var checkable = pairs.Where(pair => FilmMatcher.PeopleOf(pair.one, pair.other) != Agreement.Unknown).ToList();
        var right = checkable.Count(pair => FilmMatcher.PeopleOf(pair.one, pair.other) == Agreement.Shared);
        output.WriteLine($"{pairs.Count} pairs over platforms, {checkable.Count} with directors on both sides, {right} of them the same");
        Assert.True(right >= 200, $"{right} pairs with the same director");
        AssertAtLeast(0.985, (double)right / checkable.Count, "silver precision");
    }

    private static List<Resolution> Resolve(IReadOnlyList<MatchRecord> records) =>
        [.. FilmBlocks.Connected(records).Select(group => FilmClusters.Resolve(group, None))];

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
