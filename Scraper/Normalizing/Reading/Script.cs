using Scraper.Normalizing.Cleaning;
using Scraper.Normalizing.Scanning;

namespace Scraper.Normalizing.Reading;

/// <summary>In which alphabet a stretch is written.</summary>
internal static class Script
{
    public static Alphabet Of(TitleScan scan, Span span) => Of(scan.Slice(span));

    public static Alphabet Of(string text)
    {
        var cyrillic = 0;
        var latin = 0;
        var other = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
            {
                continue;
            }

            cyrillic += LookAlikes.IsCyrillic(c) ? 1 : 0;
            latin += c < '\u0250' ? 1 : 0;
            other += c >= '\u0530' && !(c is >= '\u1E00' and <= '\u1EFF') ? 1 : 0;
        }

        return (cyrillic, latin, other) switch
        {
            (0, 0, 0) => Alphabet.None,
            ( > 0, 0, 0) => Alphabet.Cyrillic,
            (0, > 0, 0) => Alphabet.Latin,
            (0, _, > 0) => Alphabet.Other,
            _ => Alphabet.Mixed,
        };
    }

    /// <summary>One side is wholly Latin, the other has Cyrillic.</summary>
    public static bool Differ(TitleScan scan, Span one, Span two) => Differ(Of(scan, one), Of(scan, two));

    public static bool Differ(Alphabet one, Alphabet two) =>
        one is Alphabet.Cyrillic or Alphabet.Mixed ? two is Alphabet.Latin or Alphabet.Other
        : one is Alphabet.Latin or Alphabet.Other && two == Alphabet.Cyrillic;
}

internal enum Alphabet
{
    None,
    Cyrillic,
    Latin,
    Mixed,

    /// <summary>Japanese, Arabic and the like.</summary>
    Other,
}
