namespace Scraper.Normalizing.Scanning;

/// <summary>Finds what stands between quotation marks; a mark without its partner quotes nothing.</summary>
internal static class Quotes
{
    public static bool[] Mark(IReadOnlyList<Token> tokens)
    {
        var quoted = new bool[tokens.Count];
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Quote || tokens[i].Key == "»" || Closing(tokens, i) is not { } close)
            {
                continue;
            }

            Array.Fill(quoted, true, i + 1, close - i - 1);
            i = close;
        }

        return quoted;
    }

    private static int? Closing(IReadOnlyList<Token> tokens, int open)
    {
        for (var i = open + 1; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Quote && tokens[i].Key is not ("«" or "„"))
            {
                return i;
            }
        }

        return null;
    }
}
