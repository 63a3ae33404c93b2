namespace Metadata.Matching;

/// <summary>Whether two records are of one film.</summary>
internal enum Verdict
{
    No,

    /// <summary>Probable but not certain: an editor decides, and until then they are two films.</summary>
    Review,
    Match,
}

/// <summary>A verdict and the rule it comes from.</summary>
internal readonly record struct MatchVerdict(Verdict Verdict, string Reason)
{
    public static readonly MatchVerdict Id = new(Verdict.Match, "id");
    public static readonly MatchVerdict IdConflict = new(Verdict.No, "id-conflict");
    public static readonly MatchVerdict Part = new(Verdict.No, "part");
    public static readonly MatchVerdict Generic = new(Verdict.No, "generic");
    public static readonly MatchVerdict Strong = new(Verdict.Match, "strong");
    public static readonly MatchVerdict Edition = new(Verdict.Match, "edition");
    public static readonly MatchVerdict Namesake = new(Verdict.No, "namesake");
    public static readonly MatchVerdict Contradiction = new(Verdict.Review, "contradiction");
    public static readonly MatchVerdict NearYear = new(Verdict.Match, "near-year");
    public static readonly MatchVerdict NearYearReview = new(Verdict.Review, "near-year");
    public static readonly MatchVerdict Remake = new(Verdict.No, "remake");
    public static readonly MatchVerdict Unique = new(Verdict.Match, "unique");
    public static readonly MatchVerdict YearUnknown = new(Verdict.Review, "year-unknown");
    public static readonly MatchVerdict Alias = new(Verdict.Match, "alias");
    public static readonly MatchVerdict Similar = new(Verdict.Review, "similar");
    public static readonly MatchVerdict Different = new(Verdict.No, "different");

    /// <summary>Two records that fit, of films that do not fit together as a whole.</summary>
    public static readonly MatchVerdict Refused = new(Verdict.Review, "refused");
}
