namespace Scraper.Normalizing.Scanning;

/// <summary>A title under reading: its tokens, who claimed which of them, and what was found so far.</summary>
internal sealed class TitleScan
{
    private readonly bool[] _claimed;
    private readonly bool[] _inGroup;
    private readonly bool[] _quoted;
    private readonly List<FiredRule> _rules = [];

    /// <param name="text">As <see cref="Cleaning.TitleText"/> leaves it.</param>
    public TitleScan(string text)
    {
        Text = text;
        Tokens = Tokenizer.Split(text);
        Groups = BracketGroup.FindAll(Tokens);
        _claimed = new bool[Tokens.Count];
        _inGroup = new bool[Tokens.Count];
        foreach (var group in Groups)
        {
            Array.Fill(_inGroup, true, group.Open, group.End - group.Open);
        }

        _quoted = Quotes.Mark(Tokens);
        Segments = Span.SplitAt(TokenKind.Bar, new Span(0, Tokens.Count), this);
    }

    /// <summary>The same title to claim from.</summary>
    /// <param name="unclaimed">Stays as it is.</param>
    public TitleScan(TitleScan unclaimed, int currentYear)
    {
        (Text, CurrentYear, Tokens, Groups) = (unclaimed.Text, currentYear, unclaimed.Tokens, unclaimed.Groups);
        (_quoted, Segments) = (unclaimed._quoted, unclaimed.Segments);
        _claimed = new bool[Tokens.Count];
        _inGroup = [.. unclaimed._inGroup];
    }

    public string Text { get; }

    /// <summary>Later years in a title are not years of release.</summary>
    public int CurrentYear { get; }

    public IReadOnlyList<Token> Tokens { get; }

    public IReadOnlyList<BracketGroup> Groups { get; }

    /// <summary>The stretches between hard borders.</summary>
    public IReadOnlyList<Span> Segments { get; }

    public IReadOnlyList<FiredRule> Rules => _rules;

    public Findings Found { get; } = new();

    public bool IsFree(int index) => !_claimed[index];

    public bool IsInGroup(int index) => _inGroup[index];

    /// <summary>Between quotation marks: a name that somebody wrote as one.</summary>
    public bool IsQuoted(int index) => index >= 0 && index < _quoted.Length && _quoted[index];

    /// <summary>A word or number that nobody claimed and no bracket holds.</summary>
    public bool IsFreeText(int index) => !_claimed[index] && !_inGroup[index] && Tokens[index].IsText;

    /// <summary>A word or number of a bracket that nobody claimed.</summary>
    public bool IsFreeInGroup(int index) => !_claimed[index] && _inGroup[index] && Tokens[index].IsText;

    /// <summary>No blank parts this token from the one before.</summary>
    public bool IsGlued(int index) =>
        index > 0 && index < Tokens.Count && Tokens[index].Start == Tokens[index - 1].End;

    public bool HasFreeText(Span span) => Any(span, IsFreeText);

    public bool HasFreeTextOutside(Span span) =>
        HasFreeText(new Span(0, span.From)) || HasFreeText(new Span(span.To, Tokens.Count));

    public bool AreFree(Span span) => !Any(span, index => _claimed[index]);

    public bool HasRule(string prefix) => _rules.Exists(rule => rule.Name.StartsWith(prefix, StringComparison.Ordinal));

    public string Slice(Span span) =>
        span.From >= span.To ? "" : Text[Tokens[span.From].Start..Tokens[span.To - 1].End];

    public void Claim(string rule, Span span)
    {
        Note(rule, Slice(span));
        Array.Fill(_claimed, true, span.From, span.To - span.From);
    }

    /// <summary>Makes a bracket part of the text around it: "(500) дней лета".</summary>
    public void Dissolve(BracketGroup group) => Array.Fill(_inGroup, false, group.Open, group.End - group.Open);

    public void Note(string rule, string found) => _rules.Add(new FiredRule(rule, found));

    public string KeyAt(int index) => index >= 0 && index < Tokens.Count ? Tokens[index].Key : "";

    public TokenKind? KindAt(int index) => index >= 0 && index < Tokens.Count ? Tokens[index].Kind : null;

    private static bool Any(Span span, Func<int, bool> test)
    {
        for (var i = span.From; i < span.To; i++)
        {
            if (test(i))
            {
                return true;
            }
        }

        return false;
    }
}
