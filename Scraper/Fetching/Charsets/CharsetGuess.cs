using System.Text;

namespace Scraper.Fetching.Charsets;

/// <summary>Guesses the encoding of text that is not UTF-8 and does not say what it is.</summary>
internal static class CharsetGuess
{
    private const int LookBytes = 64 * 1024;

    // Of one kind of text each: what Russian pages were written in. The first wins a draw.
    private static readonly Encoding[] Cyrillic =
    [
        CodePagesEncodingProvider.Instance.GetEncoding("windows-1251")!,
        CodePagesEncodingProvider.Instance.GetEncoding("koi8-r")!,
        CodePagesEncodingProvider.Instance.GetEncoding("ibm866")!,
    ];

    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding("windows-1252")!;

    public static Encoding Of(ReadOnlySpan<byte> body)
    {
        var look = body[..Math.Min(body.Length, LookBytes)];
        if (!ComesInWords(look))
        {
            return Western;
        }

        var (best, score) = (Cyrillic[0], int.MinValue);
        foreach (var encoding in Cyrillic)
        {
            if (Score(encoding.GetString(look)) is var found && found > score)
            {
                (best, score) = (encoding, found);
            }
        }

        return best;
    }

    /// <summary>Whether bytes above ASCII stand side by side, as in Cyrillic words; accented letters stand alone.</summary>
    private static bool ComesInWords(ReadOnlySpan<byte> look)
    {
        var (high, paired) = (0, 0);
        for (var index = 0; index < look.Length; index++)
        {
            if (look[index] < 0x80)
            {
                continue;
            }

            high++;
            if ((index > 0 && look[index - 1] >= 0x80) || (index + 1 < look.Length && look[index + 1] >= 0x80))
            {
                paired++;
            }
        }

        return paired * 2 >= high;
    }

    // In the wrong encoding of the three, small letters turn into capitals or into signs.
    private static int Score(string text) =>
        text.Count(letter => letter is >= 'а' and <= 'я' or 'ё') - text.Count(sign => sign > 127 && !char.IsLetter(sign));
}
