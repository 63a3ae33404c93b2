using System.Text;

namespace Gateway.Site.Posters.Drawing;

/// <summary>How wide a text will be, near enough. Nobody knows which font the reader has, so the table follows the wide
/// ones among the usual bold faces.</summary>
internal static class TextWidth
{
    private const string Narrow = "iljI|!.,:;'`ıі()[]·-‐‑";
    private const string Lean = "frt1\"«»/\\";
    private const string WideLower = "mwжшщюмфыњџ";
    private const string WidestUpper = "MWЖШЩЮМЫ";
    private const string WideUpper = "ФОQOGСД@%&—№";

    /// <summary>Width in units of the font size.</summary>
    public static double Of(string text, Lettering lettering)
    {
        var shown = lettering.IsUpper ? text.ToUpperInvariant() : text;
        return shown.EnumerateRunes().Sum(rune => (Of(rune) * lettering.Widening) + lettering.Tracking);
    }

    private static double Of(Rune rune)
    {
        if (rune.Value > 0x10FF)
        {
            return rune.Value is >= 0x2000 and < 0x2E80 ? 0.6 : 1.05;
        }

        var letter = (char)rune.Value;
        return letter switch
        {
            ' ' or '\u00A0' => 0.3,
            _ when Narrow.Contains(letter, StringComparison.Ordinal) => 0.36,
            _ when Lean.Contains(letter, StringComparison.Ordinal) => 0.46,
            _ when WideLower.Contains(letter, StringComparison.Ordinal) => 0.9,
            _ when WidestUpper.Contains(letter, StringComparison.Ordinal) => 1.02,
            _ when WideUpper.Contains(letter, StringComparison.Ordinal) => 0.84,
            _ when char.IsUpper(letter) => 0.76,
            _ when char.IsDigit(letter) => 0.6,
            _ => 0.62,
        };
    }
}
