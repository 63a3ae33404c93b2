using System.Text;

namespace Scraper.Tests.Normalizing.Generated;

/// <summary>How uploaders disfigure a title: "upper", "dots", "mojibake"…</summary>
internal static class TitleShapes
{
    private const string Cyrillic = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";

    private static readonly string[] Latin =
    [
        "a", "b", "v", "g", "d", "e", "yo", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f",
        "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya",
    ];

    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!; // among its pages

    public static string Apply(string shape, string title) => shape switch
    {
        "" => title,
        "upper" => title.ToUpperInvariant(),
        "lower" => title.ToLowerInvariant(),
        "dots" => title.Replace(' ', '.'),
        "under" => title.Replace(' ', '_'),
        "spaced" => string.Join(' ', title.ToUpperInvariant().AsEnumerable()),
        "double" => title.Replace(" ", "  ", StringComparison.Ordinal),
        "nbsp" => title.Replace(' ', '\u00A0'),
        "nbspentity" => title.Replace(" ", "&nbsp;", StringComparison.Ordinal),
        "zero" => title.Insert(title.Length / 2, "\u200B"),
        "shy" => title.Insert(title.Length / 2, "\u00AD"),
        "stress" => Stressed(title),
        "yo" => title.Replace('ё', 'е').Replace('Ё', 'Е'),
        "homoglyph" => title.Replace('о', 'o').Replace('а', 'a').Replace('С', 'C'),
        "typo" => Misspelt(title),
        "mojibake" => Misread(title),
        "latin" => Transliterated(title),
        "word" => title.Split(' ').First(word => word.Length > 0).Trim(':', ',', '.'),
        "cut" => title[..(title.Length * 2 / 3)].TrimEnd(),
        _ => throw new InvalidOperationException($"decorations.tsv names an unknown shape '{shape}'; add it to TitleShapes."),
    };

    private static string Stressed(string title)
    {
        var at = title.LastIndexOfAny([.. "аеиоуыэюя"]);

        return at < 0 ? title : title.Insert(at + 1, "\u0301");
    }

    private static string Misspelt(string title)
    {
        var at = title.Length / 2;

        return char.IsLetter(title[at]) ? title.Insert(at, title[at].ToString()) : title;
    }

    /// <summary>UTF-8 read as windows-1252; a byte that page lacks cannot be written, so such a title stays whole.</summary>
    private static string Misread(string title)
    {
        var misread = Western.GetString(Encoding.UTF8.GetBytes(title));

        return misread.Any(c => c is '\uFFFD' || char.IsControl(c)) ? title : misread;
    }

    private static string Transliterated(string title)
    {
        var builder = new StringBuilder(title.Length);
        foreach (var c in title)
        {
            var at = Cyrillic.IndexOf(char.ToLowerInvariant(c), StringComparison.Ordinal);
            var letters = at < 0 ? c.ToString() : Latin[at];
            builder.Append(char.IsUpper(c) && letters.Length > 0 ? char.ToUpperInvariant(letters[0]) + letters[1..] : letters);
        }

        return builder.ToString();
    }
}
