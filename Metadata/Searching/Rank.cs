using System.Runtime.InteropServices;

namespace Metadata.Searching;

/// <summary>How well a film fits a reading of the query.</summary>
/// <param name="Completes">Whether the unfinished query needs only its last word's end to be the whole title.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Rank(Band Band, TermCost Cost, bool Completes = false)
{
    public const int BandStep = 100;

    private const int UnfinishedScore = 50;
    private const int CompletingScore = 45;

    // From this many letters on a visitor has typed enough to mean the film whose title they complete.
    private const int TellingLength = 5;

    /// <summary>The lower the better. Whole words come before an unfinished one in the same band.</summary>
    public int Score =>
        ((int)Band * BandStep) + Cost.Sum + (Cost.IsWhole ? 0 : Completes ? CompletingScore : UnfinishedScore);

    /// <summary>Whether enough was typed to prefer the film whose whole title it begins.</summary>
    public static bool IsTelling(IEnumerable<QueryTerm> terms) => terms.Sum(term => term.Text.Length) >= TellingLength;

    /// <summary>The rank of a film for a query of one word.</summary>
    public static Rank OfWord(Places places, int cost, bool isTelling)
    {
        var whole = new TermCost().With(cost);
        return places switch
        {
            _ when places.HasFlag(Places.TitleWhole) => whole.IsWhole
                ? new Rank(Band.ExactTitle, whole)
                : new Rank(Band.TitleBegins, whole, isTelling),
            _ when places.HasFlag(Places.OtherWhole) && whole.IsWhole => new Rank(Band.ExactOther, whole),
            _ when places.HasFlag(Places.TitleFirst) => new Rank(Band.TitleBegins, whole),
            _ when places.HasFlag(Places.Title) => new Rank(Band.TitlePhrase, whole),
            _ when places.HasFlag(Places.OtherWhole) => new Rank(Band.OtherBegins, whole, isTelling),
            _ when places.HasFlag(Places.OtherFirst) => new Rank(Band.OtherBegins, whole),
            _ when places.HasFlag(Places.Other) => new Rank(Band.OtherPhrase, whole),
            _ => new Rank(Band.Person, whole),
        };
    }
}

/// <summary>What all terms of a query cost together.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TermCost(int Sum, bool IsUnfinished)
{
    /// <summary>Marks the cost of a word that is longer than what was typed.</summary>
    public const int UnfinishedFlag = 1 << 16;

    public bool IsWhole => !IsUnfinished;

    public TermCost With(int cost) =>
        new(Sum + (cost & ~UnfinishedFlag), IsUnfinished || (cost & UnfinishedFlag) != 0);
}
