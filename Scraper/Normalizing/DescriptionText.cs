using System.Net;
using System.Text;

namespace Scraper.Normalizing;

/// <summary>Plain text of a description: entities decoded, tags gone, blank lines closed, at most the contract's length.</summary>
internal static class DescriptionText
{
    public const int MaxLength = 10_000;

    public static string? Clean(string? description)
    {
        if (string.IsNullOrWhiteSpace(description))
        {
            return null;
        }

        var text = StripTags(WebUtility.HtmlDecode(StripTags(description)));
        var lines = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var joined = string.Join('\n', lines);

        return joined.Length == 0 ? null : Cut(joined);
    }

    private static string StripTags(string html)
    {
        var builder = new StringBuilder(html.Length);
        for (var i = 0; i < html.Length; i++)
        {
            // A tag begins with a letter, a slash or an exclamation mark: "1 < 2" is no tag.
            var close = html[i] == '<' && i + 1 < html.Length && (char.IsAsciiLetter(html[i + 1]) || html[i + 1] is '/' or '!')
                ? html.IndexOf('>', i)
                : -1;
            if (close < 0)
            {
                builder.Append(html[i]);
                continue;
            }

            builder.Append(IsBreak(html.AsSpan(i + 1, close - i - 1)) ? '\n' : ' ');
            i = close;
        }

        return builder.ToString();
    }

    private static bool IsBreak(ReadOnlySpan<char> tag) =>
        tag.StartsWith("br", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("p", StringComparison.OrdinalIgnoreCase)
        || tag.StartsWith("/p", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("li", StringComparison.OrdinalIgnoreCase)
        || tag.StartsWith("/div", StringComparison.OrdinalIgnoreCase);

    private static string Cut(string text)
    {
        if (text.Length <= MaxLength)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength;

        return text[..end].TrimEnd();
    }
}
