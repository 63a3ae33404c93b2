using System.Text;

namespace Scraper.Normalizing.Cleaning;

/// <summary>Undoes UTF-8 that somebody read as windows-1252: "Ð‘Ñ€Ð°Ñ‚" is "Брат".</summary>
internal static class Mojibake
{
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(
        1252, new EncoderExceptionFallback(), DecoderFallback.ReplacementFallback)!; // 1252 is among its pages

    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Repair(string text)
    {
        // Every Cyrillic letter in UTF-8 starts with one of these two.
        if (text.Count(c => c is 'Ð' or 'Ñ') < 2)
        {
            return text;
        }

        try
        {
            return StrictUtf8.GetString(Western.GetBytes(text));
        }
        catch (ArgumentException)
        {
            // Both fallback exceptions: it was no mojibake, only a title with an Ð or Ñ of its own.
            return text;
        }
    }
}
