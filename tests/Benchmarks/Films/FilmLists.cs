using System.Globalization;
using Benchmarks.Processes;

namespace Benchmarks.Films;

/// <summary>Real films and directors, so that words are as long, as common and as alike as in life.</summary>
/// <param name="Films">One list per language: Russian titles, and the rest.</param>
/// <param name="Origin">What was read, for the report: figures on other films are other figures.</param>
internal sealed record FilmLists(
    IReadOnlyList<IReadOnlyList<KnownFilm>> Films, IReadOnlyList<string> Directors, string Origin)
{
    private static readonly (string File, string Title, string? Original, string? Year, string? Director, string Separator)[] Lists =
    [
        ("mkrf-films.tsv", "title", null, null, "director", ", "),
        ("cannes-films.tsv", "title", "original_title", "festival_year", "director", ", "),
        ("streaming-catalogues.tsv", "title", null, "release_year", "director", ", "),
        ("us-films-wikipedia.tsv", "title", null, "year", null, "|"),
        ("wikidata-films.tsv", "title", null, "year", "director", ", "),
    ];

    /// <summary>The shared lists; without them the few films that the product ships, and a loud word about it.</summary>
    public static FilmLists Read()
    {
        if (Directory.Exists(Checkout.SharedData))
        {
            var rows = Lists.SelectMany(list => Rows(
                Path.Combine(Checkout.SharedData, list.File), list.Title, list.Original, list.Year, list.Director, list.Separator));
            return From(rows, "real films of the shared lists, and titles put together from theirs");
        }

        const string Poor = "SHARED DATA ABSENT: titles put together from the few starter films; "
            + "search figures are not comparable";
        Console.Error.WriteLine(Poor);
        return From(Rows(Checkout.StarterFilms, "title", "originalTitle", "year", "directors", "; "), Poor);
    }

    private static FilmLists From(IEnumerable<(KnownFilm Film, string[] Directors)> rows, string origin)
    {
        var all = rows.ToList();
        var films = all.Select(row => row.Film).DistinctBy(film => film.Title, StringComparer.OrdinalIgnoreCase);
        var directors = all.SelectMany(row => row.Directors).Where(name => name.Length is > 3 and < 60)
            .Distinct(StringComparer.OrdinalIgnoreCase);
        var byLanguage = films.GroupBy(film => Typing.IsRussian(film.Title)).OrderByDescending(language => language.Key);
        return new FilmLists([.. byLanguage.Select(language => language.ToList())], [.. directors], origin);
    }

    private static IEnumerable<(KnownFilm, string[])> Rows(
        string path, string title, string? original, string? year, string? director, string separator)
    {
        var lines = File.ReadLines(path).Select(line => line.Split('\t'));
        var columns = File.ReadLines(path).First().Split('\t');
        foreach (var cells in lines.Skip(1).Where(cells => cells.Length == columns.Length))
        {
            string? Cell(string? name) => name is null || cells[Array.IndexOf(columns, name)] is not { Length: > 0 } text ? null : text;
            if (Cell(title) is { Length: < 120 } name && !IsRegistryNumber(name))
            {
                yield return (
                    new KnownFilm(name, Cell(original), Cell(year) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null),
                    Cell(director)?.Split(separator) ?? []);
            }
        }
    }

    // Where a registry knows no title, its list has the number: Q20495698.
    private static bool IsRegistryNumber(string title) => title[0] == 'Q' && title.Length > 5 && title.Skip(1).All(char.IsAsciiDigit);
}
