namespace Scraper.Journal;

/// <summary>An upload too unsure to publish, kept for an editor to judge. What an editor has decided stays, and outranks
/// what later runs think of the same upload.</summary>
internal sealed class ReviewItem
{
    public int Id { get; init; }

    public required int RunId { get; init; }

    public required string Source { get; init; }

    public required string ExternalId { get; init; }

    public required string RawTitle { get; init; }

    /// <summary>The likeliest kind and how likely it is, 0 to 1.</summary>
    public required string Kind { get; init; }

    public required double Confidence { get; init; }

    public required IReadOnlyList<string> Reasons { get; set; }

    /// <summary>The upload as its source described it, JSON.</summary>
    public required string Payload { get; init; }

    public required DateTimeOffset FoundAt { get; init; }

    /// <summary>Null while nobody has decided.</summary>
    public ReviewDecision? Decision { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public string? DecidedBy { get; set; }

    public string? DecisionReason { get; set; }

    /// <summary>The film that the editor put it into; null = whichever it is found to be of.</summary>
    public int? IntoMovieId { get; set; }

    /// <summary>The film it became part of; null until Metadata has answered.</summary>
    public int? MovieId { get; set; }
}

/// <summary>What an editor said of an upload in doubt.</summary>
internal enum ReviewDecision
{
    /// <summary>It is a film.</summary>
    Accepted,

    /// <summary>It is none.</summary>
    Rejected,
}
