namespace Scraper.Fetching.Robots;

/// <summary>A line of a robots.txt that says something.</summary>
/// <param name="Key">Lower-case.</param>
/// <param name="Value">Without comment and outer blanks.</param>
/// <param name="Number">From 1.</param>
internal sealed record RobotsLine(string Key, string Value, int Number)
{
    // Only ASCII's: the text is octets, and others are parts of letters.
    private static readonly char[] Blanks = [' ', '\t', '\v', '\f', '\0'];

    private static readonly string[] Ends = ["\r\n", "\n", "\r"];

    /// <summary>The lines of a text; comments, blank lines and what has no key are left out.</summary>
    /// <param name="text">Octets as characters.</param>
    public static IEnumerable<RobotsLine> Read(string text)
    {
        var number = 0;
        foreach (var raw in text.Split(Ends, StringSplitOptions.None))
        {
            number++;
            var comment = raw.IndexOf('#', StringComparison.Ordinal);
            var line = (comment < 0 ? raw : raw[..comment]).Trim(Blanks);
            if (Split(line) is { } parts)
            {
                yield return new RobotsLine(
                    parts.Key.Trim(Blanks).ToLowerInvariant(), parts.Value.Trim(Blanks), number);
            }
        }
    }

    private static (string Key, string Value)? Split(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0)
        {
            return (line[..colon], line[(colon + 1)..]);
        }

        // A forgotten colon is common, and what is meant is plain.
        return line.Split(Blanks, StringSplitOptions.RemoveEmptyEntries) is [var key, var value] ? (key, value) : null;
    }
}
