namespace Scraper.Normalizing.Scanning;

/// <summary>A bracketed stretch of tokens; an unclosed bracket runs to the end, as hosts cut long titles.</summary>
/// <param name="Open">Index of the opening bracket.</param>
/// <param name="End">First index after the closing bracket, or after the last token.</param>
/// <param name="IsClosed">False where the host cut the title inside the bracket.</param>
internal readonly record struct BracketGroup(int Open, int End, bool IsClosed)
{
    public int From => Open + 1;

    public int To => IsClosed ? End - 1 : End;

    /// <summary>The outermost groups, in reading order.</summary>
    public static IReadOnlyList<BracketGroup> FindAll(IReadOnlyList<Token> tokens)
    {
        var groups = new List<BracketGroup>();
        var depth = 0;
        var open = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Open && depth++ == 0)
            {
                open = i;
            }
            else if (tokens[i].Kind == TokenKind.Close && depth > 0 && --depth == 0)
            {
                groups.Add(new BracketGroup(open, i + 1, IsClosed: true));
            }
        }

        if (depth > 0)
        {
            groups.Add(new BracketGroup(open, tokens.Count, IsClosed: false));
        }

        return groups;
    }
}
