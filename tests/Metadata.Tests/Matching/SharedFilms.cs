using System.Globalization;
using Metadata.Matching;
using Metadata.Tests.Movies;

namespace Metadata.Tests.Matching;

/// <summary>A film as a catalogue describes it.</summary>
internal sealed record KnownFilm(string Title, string? Original, int Year, int DurationSeconds, IReadOnlyList<string> Directors);

/// <summary>Real films of the shared data folder. Years, lengths and directors that a catalogue lacks are drawn, always
/// the same ones.</summary>
internal static class SharedFilms
{
    private const int Seed = 20_101;

    /// <summary>Where the data lie: beside the repository.</summary>
    public static string? Folder => Ancestors(new DirectoryInfo(AppContext.BaseDirectory))
        .Select(directory => Path.Combine(directory.FullName, "shared", "data")).FirstOrDefault(Directory.Exists);

    /// <summary>Every film once: one title within a year of another of that title is taken for the same film, unless the
    /// directors tell them apart.</summary>
    public static IReadOnlyList<KnownFilm> All()
    {
        var random = new Random(Seed);
        return [.. Starter().Concat(Cannes()).Concat(Wikidata()).Concat(Certificates(random)).Concat(American(random))
            .Where(film => film.Title.Length > 1 && film.DurationSeconds > 0 && TitleKey.Of(film.Title).Length > 0)
            .GroupBy(film => (TitleKey.Of(film.Title), film.Year / 2, film.Directors[0])).Select(same => same.First())];
    }

    public static IEnumerable<string[]> Rows(string file) => File.ReadLines(Path.Combine(Folder!, file)).Skip(1).Select(row => row.Split('\t'));

    private static IEnumerable<KnownFilm> Starter() => Rows("starter-films.tsv")
        .Where(row => row[4].Length > 0 && int.TryParse(row[7], CultureInfo.InvariantCulture, out _))
        .Select(row => new KnownFilm(
            row[1].Length > 0 ? row[1] : row[2], row[1].Length > 0 ? row[2] : null, Number(row[3]), Number(row[7]) * 60,
            row[1].Length > 0 && row[5].Length > 0 ? row[5].Split("; ") : row[4].Split("; ")));

    private static IEnumerable<KnownFilm> Cannes() => Rows("cannes-films.tsv").Where(row => row[3].Length > 0)
        .Select(row => new KnownFilm(row[1], row[2].Length > 0 ? row[2] : null, Number(row[0]), Minutes(row[6]) * 60, row[3].Split(", ")));

    private static IEnumerable<KnownFilm> Wikidata() => Rows("wikidata-films.tsv")
        .Where(row => row[4].Length > 0 && double.TryParse(row[5], CultureInfo.InvariantCulture, out _))
        .Select(row => new KnownFilm(
            row[0], null, Number(row[2]), (int)(double.Parse(row[5], CultureInfo.InvariantCulture) * 60), row[4].Split(", ")));

    private static IEnumerable<KnownFilm> Certificates(Random random) => Rows("mkrf-films.tsv")
        .Where(row => row[6].Length > 0 && row[6].Length < 100)
        .DistinctBy(row => (TitleKey.Of(row[0]), TitleKey.Of(row[6])))
        .Select(row => new KnownFilm(row[0], null, random.Next(1950, 2020), random.Next(70, 140) * 60, row[6].Split(", ")));

    private static List<KnownFilm> American(Random random)
    {
        var directors = Wikidata().Select(film => film.Directors[0]).Distinct(StringComparer.Ordinal).ToList();
        return [.. Rows("us-films-wikipedia.tsv").Where((_, number) => number % 3 == 0).Select(row =>
            new KnownFilm(row[0], null, Number(row[1]), random.Next(65, 140) * 60, [random.Pick(directors)]))];
    }

    private static int Minutes(string text) => text.Split(' ')
        .Sum(part => part.EndsWith('h') ? 60 * Number(part[..^1]) : part.EndsWith('m') ? Number(part[..^1]) : 0);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<DirectoryInfo> Ancestors(DirectoryInfo? directory)
    {
        for (; directory is not null; directory = directory.Parent)
        {
            yield return directory;
        }
    }
}
