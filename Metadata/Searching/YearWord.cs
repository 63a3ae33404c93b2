using System.Globalization;

namespace Metadata.Searching;

/// <summary>Words of a query that may be a film's year.</summary>
internal static class YearWord
{
    /// <summary>How far a remembered year may be from the real one.</summary>
    public const int MaxError = 3;

    private const int First = 1880;
    private const int Last = 2099;
    private const int Digits = 4;

    public static int? Read(string word) =>
        word.Length == Digits && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= First and <= Last
                ? year
                : null;

    /// <summary>The years that two or three typed digits may become.</summary>
    public static YearRange? ReadBeginning(string word)
    {
        if (word.Length is < 2 or >= Digits
            || !int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var beginning))
        {
            return null;
        }

        var step = word.Length == 2 ? 100 : 10;
        var years = new YearRange(beginning * step, (beginning * step) + step - 1);
        return years.To >= First && years.From <= Last ? years : null;
    }
}
