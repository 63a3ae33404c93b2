namespace Scraper.Sources.Sites.Extracting;

/// <summary>A tag as far as counting needs it.</summary>
/// <param name="Name">In small letters.</param>
/// <param name="End">The first character after the tag.</param>
internal readonly record struct HtmlTag(string Name, int Attributes, int End)
{
    /// <param name="start">The first letter of the name.</param>
    public static HtmlTag Read(string html, int start)
    {
        var at = start;
        while (at < html.Length && html[at] is not ('>' or '/') && !char.IsWhiteSpace(html[at]))
        {
            at++;
        }

        var name = html[start..at].ToLowerInvariant();
        var attributes = 0;
        while (at < html.Length && html[at] != '>')
        {
            if (char.IsWhiteSpace(html[at]) || html[at] == '/')
            {
                at++;
                continue;
            }

            attributes++;
            at = SkipAttribute(html, at);
        }

        return new HtmlTag(name, attributes, Math.Min(at + 1, html.Length));
    }

    private static int SkipAttribute(string html, int at)
    {
        // A name may begin with the sign that else parts it from its value.
        at++;
        while (at < html.Length && html[at] is not ('=' or '>' or '/') && !char.IsWhiteSpace(html[at]))
        {
            at++;
        }

        var value = at;
        while (value < html.Length && char.IsWhiteSpace(html[value]))
        {
            value++;
        }

        if (value >= html.Length || html[value] != '=')
        {
            return at;
        }

        value++;
        while (value < html.Length && char.IsWhiteSpace(html[value]))
        {
            value++;
        }

        if (value < html.Length && html[value] is '"' or '\'')
        {
            var close = html.IndexOf(html[value], value + 1);
            return close < 0 ? html.Length : close + 1;
        }

        while (value < html.Length && html[value] != '>' && !char.IsWhiteSpace(html[value]))
        {
            value++;
        }

        return value;
    }
}
