namespace Metadata.Matching;

/// <summary>Two records, by their places in the records' own order, and what was found of them.</summary>
internal readonly record struct MatchEdge(int One, int Other, MatchVerdict Verdict, int Strength)
{
    public static MatchEdge Of(int one, int other, MatchRecord a, MatchRecord b)
    {
        var verdict = FilmMatcher.Compare(a, b);
        return new MatchEdge(one, other, verdict, verdict.Verdict == Matching.Verdict.Match ? StrengthOf(verdict, a, b) : 0);
    }

    /// <summary>Strongest first; equals in the records' own order.</summary>
    public static int Order(MatchEdge one, MatchEdge other) =>
        one.Strength != other.Strength ? other.Strength.CompareTo(one.Strength)
        : one.One != other.One ? one.One.CompareTo(other.One)
        : one.Other.CompareTo(other.Other);

    /// <summary>How far apart in years films joined by this evidence may be.</summary>
    public int MaxSpan => Verdict == MatchVerdict.Id ? int.MaxValue : Verdict == MatchVerdict.NearYear ? 3 : 1;

    private static int StrengthOf(MatchVerdict verdict, MatchRecord a, MatchRecord b)
    {
        var rule = verdict switch
        {
            _ when verdict == MatchVerdict.Id => 1_000,
            _ when verdict == MatchVerdict.Strong => 400,
            _ when verdict == MatchVerdict.Edition => 300,
            _ when verdict == MatchVerdict.Alias => 200,
            _ => 100,
        };
        return rule + (a.Year == b.Year ? 60 : 0) + (FilmMatcher.PeopleOf(a, b) == Agreement.Shared ? 20 : 0)
            + (int)FilmMatcher.LengthOf(a, b);
    }
}
