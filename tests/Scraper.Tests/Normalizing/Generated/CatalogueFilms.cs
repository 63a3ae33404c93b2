using System.Text.RegularExpressions;

namespace Scraper.Tests.Normalizing.Generated;

/// <summary>
/// Real titles and names of the shared lists, which lie beside the repository and not in it. Titles that carry remarks of
/// the lists themselves ("… (4K UHD)", "… Выпуск № 8") are left out: nobody could say what of them is the name.
/// </summary>
internal sealed partial class CatalogueFilms
{
    private const int LongestTitle = 90;

    private readonly Dictionary<(string Language, string Names), IReadOnlyList<string>> _titles = [];
    private readonly Dictionary<string, IReadOnlyList<string>> _people = [];

    private CatalogueFilms(string folder)
    {
        var russian = Titles(folder, "mkrf-films.tsv", 0).Select(WithoutRemark).ToList();
        var foreign = Titles(folder, "us-films-wikipedia.tsv", 0)
            .Concat(Titles(folder, "streaming-catalogues.tsv", 3, isMovie: cells => cells[2] == "Movie"))
            .Concat(Titles(folder, "wikidata-films.tsv", 0));
        Add("ru", russian.Where(title => title.Any(IsCyrillic) && !title.Any(char.IsAsciiLetter)));
        Add("en", foreign.Where(title => title.Any(char.IsAsciiLetter) && title.All(c => c < '\u0250')));
        Add("any", _titles[("ru", "")].Concat(_titles[("en", "")]));
        foreach (var group in TsvTable.Rows("names.tsv").GroupBy(cells => cells[0], StringComparer.Ordinal))
        {
            _titles[("any", group.Key)] = [.. group.Select(cells => cells[1])];
        }

        _people["ru"] = People(TsvTable.RowsOf(Path.Combine(folder, "mkrf-films.tsv")).Select(cells => cells[6]), IsCyrillic);
        _people["en"] = People(
            TsvTable.RowsOf(Path.Combine(folder, "streaming-catalogues.tsv")).Select(cells => cells[4]), char.IsAsciiLetter);
        _people["any"] = _people["ru"];
    }

    /// <summary>Null where somebody has only the repository.</summary>
    public static CatalogueFilms? Read()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "OnlineCinema.sln")))
            {
                var shared = Path.Combine(at.Parent?.FullName ?? at.FullName, "shared", "data");

                return Directory.Exists(shared) ? new CatalogueFilms(shared) : null;
            }
        }

        return null;
    }

    public string Title(string language, string names, Random random) => Any(_titles[(language, names)], random);

    public string Person(string language, Random random) => Any(_people[language], random);

    private void Add(string language, IEnumerable<string> titles)
    {
        var all = titles.Where(title => !Remark().IsMatch(title)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        _titles[(language, "")] = all;
        _titles[(language, "whole")] = [.. all.Where(title => !title.Contains(" - ", StringComparison.Ordinal))];
        _titles[(language, "plain")] = [.. all.Where(IsPlain)];
        _titles[(language, "word")] = [.. all.Where(title => title.Length > 4 && title.All(char.IsLetter))];
    }

    private static IEnumerable<string> Titles(
        string folder, string file, int column, Func<string[], bool>? isMovie = null) =>
        TsvTable.RowsOf(Path.Combine(folder, file)).Where(isMovie ?? (_ => true)).Select(cells => cells[column].Trim())
            .Where(title => title.Length is > 1 and < LongestTitle && !IsRegistryNumber(title));

    /// <summary>The register writes the book, the collection and the original title behind the film's name.</summary>
    private static string WithoutRemark(string title)
    {
        var remark = title.IndexOfAny(['/', '(', '[']);

        return (remark > 0 ? title[..remark] : title).TrimEnd(' ', '.', ',', '-', '_');
    }

    private static bool IsPlain(string title) =>
        title.Split(' ').Length is >= 2 and <= 5 && title.All(c => char.IsLetter(c) || c == ' ') && !title.All(char.IsUpper);

    // Where a registry knows no title, its list has the number: Q20495698.
    private static bool IsRegistryNumber(string title) =>
        title.Length > 5 && title[0] == 'Q' && title.Skip(1).All(char.IsAsciiDigit);

    private static IReadOnlyList<string> People(IEnumerable<string> cells, Func<char, bool> isOfAlphabet) =>
    [
        .. cells.SelectMany(cell => cell.Split(',', StringSplitOptions.TrimEntries))
            .Where(name => name.Split(' ') is { Length: 2 } words
                && words.All(word => word.Length > 2 && char.IsUpper(word[0]) && word.Skip(1).All(char.IsLower))
                && name.Where(char.IsLetter).All(isOfAlphabet))
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>
    /// What the lists themselves write beside a name: a bracket, a second name, the number of an issue, a year.
    /// </summary>
    [GeneratedRegex(
        @"[()\[\]{}|/\\]|\b(выпуски?|серии|серия|№|series|trailer|special)\b|\b(сезон|season|volume|vol\.?) \d|\b(19|20)\d\d\b"
        + @"|\b(3D|IMAX|HD|UHD|HQ)$|_| aka | :| 1$|версия|remastered|director's cut|^(анимационный|детский|киноальманах)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Remark();

    private static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u04FF';

    private static string Any(IReadOnlyList<string> list, Random random) => list[random.Next(list.Count)];
}
