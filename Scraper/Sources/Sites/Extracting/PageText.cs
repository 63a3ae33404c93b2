using System.Text;
using System.Text.RegularExpressions;

namespace Scraper.Sources.Sites.Extracting;

/// <summary>Finds out in which encoding a page is written. What the page declares may be wrong; bytes that are UTF-8
/// throughout are hardly ever anything else.</summary>
internal static partial class PageText
{
    // Browsers look no further for the declaration.
    private const int DeclarationBytes = 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static PageText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding of that name; null when there is none.</summary>
    public static Encoding? Find(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <param name="encoding">What the definition says; null leaves it to the page.</param>
    public static string Decode(ReadOnlySpan<byte> body, string? encoding)
    {
        if (body.StartsWith("\uFEFF"u8))
        {
            return Encoding.UTF8.GetString(body[3..]);
        }

        if (encoding is not null && Find(encoding) is { } told)
        {
            return told.GetString(body);
        }

        try
        {
            return Strict.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return (Declared(body) ?? Encoding.UTF8).GetString(body);
        }
    }

    private static Encoding? Declared(ReadOnlySpan<byte> body)
    {
        var head = Encoding.Latin1.GetString(body[..Math.Min(body.Length, DeclarationBytes)]);
        return Charset().Match(head) is { Success: true } match ? Find(match.Groups["name"].Value) : null;
    }

    [GeneratedRegex(
        @"(?:charset|encoding)\s*=\s*[""']?(?<name>[A-Za-z0-9_:.-]{2,40})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Charset();
}
