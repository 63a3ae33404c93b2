using AngleSharp.Dom;

namespace Scraper.Sources.Sites.Extracting;

/// <summary>Judges a page before it is parsed, because what nests too deep costs a parser time by the square, and whatever
/// walks over it the stack, which no exception handler survives. The tags are counted about as a parser nests them; what
/// still comes out deeper is refused by its elements.</summary>
internal sealed class HtmlLimits
{
    public const int MaxDepth = 256;
    public const int MaxTags = 50_000;
    public const int MaxAttributes = 512;

    private readonly OpenTags _open = new();

    private int _tags;

    /// <summary>Why the page must not be parsed; null when it may.</summary>
    public static string? WhyRefused(string html) => new HtmlLimits().Scan(html);

    /// <summary>Why the elements must not be walked over; null when they may.</summary>
    public static string? WhyRefused(INode root)
    {
        var open = new Stack<(INode Node, int Depth)>();
        open.Push((root, 0));
        while (open.TryPop(out var next))
        {
            if (next.Depth > MaxDepth)
            {
                return $"its elements nest deeper than {MaxDepth}";
            }

            foreach (var child in next.Node.ChildNodes)
            {
                open.Push((child, next.Depth + 1));
            }
        }

        return null;
    }

    private string? Scan(string html)
    {
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0; at = at < html.Length ? html.IndexOf('<', at) : -1)
        {
            // What is no tag costs a parser no less than one.
            if (++_tags > MaxTags)
            {
                return $"it has more than {MaxTags} tags and comments";
            }

            if (html.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal))
            {
                at = SkipComment(html, at);
                continue;
            }

            var isEnd = at + 1 < html.Length && html[at + 1] == '/';
            var start = at + (isEnd ? 2 : 1);
            if (start >= html.Length || !char.IsAsciiLetter(html[start]))
            {
                at++;
                continue;
            }

            var tag = HtmlTag.Read(html, start);
            at = tag.End;
            if (isEnd)
            {
                _open.Close(tag.Name);
                continue;
            }

            _open.Open(tag);
            if (tag.Attributes > MaxAttributes)
            {
                return $"a tag <{tag.Name}> has more than {MaxAttributes} attributes";
            }

            if (_open.Depth > MaxDepth)
            {
                return $"its tags nest deeper than {MaxDepth}";
            }

            at = SkipText(html, at, tag.Name);
        }

        return null;
    }

    // A comment ends in more ways than one; at the earliest of them more is counted.
    private static int SkipComment(string html, int at)
    {
        var afterDashes = at + 4;
        if (html.AsSpan(afterDashes).StartsWith(">", StringComparison.Ordinal)
            || html.AsSpan(afterDashes).StartsWith("->", StringComparison.Ordinal))
        {
            return afterDashes;
        }

        // Pair of dashes after pair, each looked at once: to look for one of the ends alone would pass by all of the others.
        for (var end = html.IndexOf("--", afterDashes, StringComparison.Ordinal); end >= 0;
            end = html.IndexOf("--", end + 1, StringComparison.Ordinal))
        {
            if (html.AsSpan(end + 2).StartsWith(">", StringComparison.Ordinal) || html.AsSpan(end + 2).StartsWith("!>", StringComparison.Ordinal))
            {
                return end + 3;
            }
        }

        return html.Length;
    }

    // In these elements nothing is a tag but their own end. Inside SVG they may hold tags: there nothing is skipped.
    private int SkipText(string html, int at, string name)
    {
        if (name is not ("script" or "style" or "textarea" or "title" or "xmp" or "iframe" or "noembed" or "noframes")
            || _open.IsForeign)
        {
            return at;
        }

        var end = html.IndexOf($"</{name}", at, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? html.Length : end;
    }
}
