using System.Globalization;
using Benchmarks.Processes;

namespace Benchmarks.Films;

/// <summary>Real films and directors, so that words are as long, as common and as alike as in life.</summary>
/// <param name="Films">One list per language: Russian titles, and the rest.</param>
/// <param name="Origin">What was read, for the report: figures on other films are other figures.</param>
internal sealed record FilmLists(
    IReadOnlyList<IReadOnlyList<KnownFilm>> Films, IReadOnlyList<string> Directors, string Origin)
{
    private static readonly Columns[] Lists =
    [
        new("mkrf-films.tsv", Original: null, Year: null, Directors: "director"),
        new("cannes-films.tsv", Original: "original_title", Year: "festival_year", Directors: "director"),
        new("streaming-catalogues.tsv", Original: null, Year: "release_year", Directors: "director"),
        new("us-films-wikipedia.tsv", Original: null, Year: "year", Directors: null),
        new("wikidata-films.tsv", Original: null, Year: "year", Directors: "director"),
    ];

    private static readonly string[] Separators = [", ", "; "];

    /// <summary>The shared lists; without them the few films that the product ships, and a loud word about it.</summary>
    public static FilmLists Read()
    {
        if (Directory.Exists(Checkout.SharedData))
        {
            var rows = Lists.SelectMany(list => Rows(Checkout.SharedData, list));
            return From(rows, "real films of the shared lists, and titles put together from theirs");
        }

        const string Poor = "SHARED DATA ABSENT: titles put together from the few starter films; "
            + "search figures are not comparable";
        Console.Error.WriteLine(Poor);
        return From(Rows(Checkout.StarterFilms, new("films.tsv", "originalTitle", "year", "directors")), Poor);
    }

    private static FilmLists From(IEnumerable<(KnownFilm Film, string[] Directors)> rows, string origin)
    {
        var all = rows.ToList();
        var films = all.Select(row => row.Film).DistinctBy(film => film.Title, StringComparer.OrdinalIgnoreCase);
        var directors = all.SelectMany(row => row.Directors).Where(name => name.Length is > 3 and < 60)
            .Distinct(StringComparer.OrdinalIgnoreCase);
        var byLanguage = films.GroupBy(film => Typing.IsRussian(film.Title)).OrderByDescending(group => group.Key);
        return new FilmLists([.. byLanguage.Select(language => language.ToList())], [.. directors], origin);
    }

    private static IEnumerable<(KnownFilm, string[])> Rows(string folder, Columns list)
    {
        var rows = File.ReadLines(Path.Combine(folder, list.File)).Select(line => line.Split('\t')).ToList();
        var names = rows[0];
        foreach (var cells in rows.Skip(1).Where(cells => cells.Length == names.Length))
        {
            string? Cell(string? name) =>
                name is not null && cells[Array.IndexOf(names, name)] is { Length: > 0 } text ? text : null;
            if (Cell("title") is { Length: < 120 } title && !IsRegistryNumber(title))
            {
                int? year = Cell(list.Year) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
                var directors = Cell(list.Directors)?.Split(Separators, StringSplitOptions.RemoveEmptyEntries) ?? [];
                yield return (new KnownFilm(title, Cell(list.Original), year), directors);
            }
        }
    }

    // Where a registry knows no title, its list has the number: Q20495698.
    private static bool IsRegistryNumber(string title) =>
        title.Length > 5 && title[0] == 'Q' && title.Skip(1).All(char.IsAsciiDigit);

    /// <summary>What a list calls what we need; null when it has none.</summary>
    private sealed record Columns(string File, string? Original, string? Year, string? Directors);
}
