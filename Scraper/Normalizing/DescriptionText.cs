using System.Net;
using System.Text;

namespace Scraper.Normalizing;

/// <summary>
/// Plain text of a description: entities decoded, tags gone, blank lines closed, at most the contract's length.
/// </summary>
internal static class DescriptionText
{
    public const int MaxLength = 10_000;

    private static readonly string[] BreakingTags = ["br", "p", "/p", "li", "/div"];

    public static string? Clean(string? description)
    {
        if (string.IsNullOrWhiteSpace(description))
        {
            return null;
        }

        var text = StripTags(WebUtility.HtmlDecode(StripTags(description)));
        var lines = text.ReplaceLineEndings("\n")
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var joined = string.Join('\n', lines);

        return joined.Length == 0 ? null : Cut(joined);
    }

    private static string StripTags(string html)
    {
        if (!html.Contains('<'))
        {
            return html;
        }

        var builder = new StringBuilder(html.Length);
        for (var i = 0; i < html.Length; i++)
        {
            var close = OpensTag(html, i) ? html.IndexOf('>', i) : -1;
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

    /// <summary>A tag begins with a letter, a slash or an exclamation mark: "1 &lt; 2" is no tag.</summary>
    private static bool OpensTag(string html, int at) =>
        html[at] == '<' && at + 1 < html.Length && (char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '/' or '!');

    private static bool IsBreak(ReadOnlySpan<char> tag)
    {
        foreach (var name in BreakingTags)
        {
            if (tag.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

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
