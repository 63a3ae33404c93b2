namespace Scraper.Fetching.Robots;

/// <summary>One line of a robots.txt that opens or closes paths.</summary>
/// <param name="Pattern">Written by <see cref="RobotsPath"/>.</param>
/// <param name="Line">Where it stands, for messages.</param>
internal sealed record RobotsRule(bool Allows, string Pattern, int Line)
{
    /// <param name="path">Written by <see cref="RobotsPath"/>.</param>
    public bool Matches(string path)
    {
        var isWhole = Pattern.EndsWith('$');
        var pieces = (isWhole ? Pattern[..^1] : Pattern).Split('*');
        if (!path.StartsWith(pieces[0], StringComparison.Ordinal))
        {
            return false;
        }

        // The first place a piece fits leaves the most room for those after it.
        var at = pieces[0].Length;
        foreach (var piece in pieces.AsSpan(1))
        {
            var found = path.IndexOf(piece, at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + piece.Length;
        }

        // The last piece has to stand at the end, which may be later than where it was first found.
        return !isWhole || (pieces.Length == 1
            ? at == path.Length
            : path.EndsWith(pieces[^1], StringComparison.Ordinal));
    }

    public override string ToString() => $"{(Allows ? "Allow" : "Disallow")}: {Pattern} (line {Line})";
}
