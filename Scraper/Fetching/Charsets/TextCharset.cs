using System.Text;
using System.Text.RegularExpressions;

namespace Scraper.Fetching.Charsets;

/// <summary>Decodes text whose encoding may be named in the headers, in the text, in both differently, or nowhere.</summary>
internal static class TextCharset
{
    // Browsers look no further for a declaration either.
    private const int LookBytes = 1024;

    // A page in UTF-8 may hold a cut letter or two; one in another encoding breaks at nearly every letter.
    private const int LettersPerBrokenOne = 10;

    // Without backtracking, since what is looked at may be made to keep us looking.
    private const RegexOptions Linear =
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly Regex XmlDeclaration =
        new("""^\s*<\?xml[^>]{0,200}?encoding\s{0,5}=\s{0,5}["'](?<name>[A-Za-z0-9._-]{1,40})["']""", Linear);

    private static readonly Regex MetaDeclaration =
        new("""<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?(?<name>[A-Za-z0-9._-]{1,40})""", Linear);

    /// <param name="declared">The charset of the Content-Type header; null when it names none.</param>
    public static string Decode(byte[] body, string? declared)
    {
        if (OfMark(body) is { } marked)
        {
            return marked.Encoding.GetString(body, marked.Length, body.Length - marked.Length);
        }

        var encoding = Find(declared) ?? Find(DeclaredInside(body));
        if (encoding is not null && encoding.CodePage != Encoding.UTF8.CodePage)
        {
            return encoding.GetString(body);
        }

        // A host's default often says UTF-8 over pages that are older than the default.
        var text = Encoding.UTF8.GetString(body);
        return IsSound(text) ? text : (Find(DeclaredInside(body), except: Encoding.UTF8) ?? CharsetGuess.Of(body)).GetString(body);
    }

    private static (Encoding Encoding, int Length)? OfMark(byte[] body) => body switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        // Markup without a mark shows its width by its first character.
        [(byte)'<', 0, ..] => (Encoding.Unicode, 0),
        [0, (byte)'<', ..] => (Encoding.BigEndianUnicode, 0),
        _ => null,
    };

    private static string? DeclaredInside(byte[] body)
    {
        var start = Encoding.Latin1.GetString(body, 0, Math.Min(body.Length, LookBytes));
        var found = start.TrimStart().StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)
            ? XmlDeclaration.Match(start)
            : MetaDeclaration.Match(start);
        return found.Success ? found.Groups["name"].Value : null;
    }

    private static Encoding? Find(string? name, Encoding? except = null)
    {
        var known = name?.Trim(' ', '"', '\'').ToLowerInvariant() switch
        {
            null or "" => null,
            "utf8" or "utf-8" => Encoding.UTF8,
            "cp1251" or "win-1251" or "windows1251" or "cp-1251" => CodePages("windows-1251"),
            "cp866" => CodePages("ibm866"),
            // Text that could be read as ASCII up to its declaration is not of double width.
            ['u', 't', 'f', '-', '1' or '3', ..] => Encoding.UTF8,
            // Browsers read it so, because that is what is meant.
            "iso-8859-1" or "latin1" or "us-ascii" => CodePages("windows-1252"),
            var other => CodePages(other),
        };
        return known?.CodePage == except?.CodePage ? null : known;
    }

    private static Encoding? CodePages(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name);

    private static bool IsSound(string text)
    {
        var broken = text.AsSpan().Count('\uFFFD');
        return broken == 0 || broken * LettersPerBrokenOne < text.Count(character => character > 127);
    }
}
