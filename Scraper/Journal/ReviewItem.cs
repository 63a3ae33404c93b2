namespace Scraper.Journal;

/// <summary>An upload too unsure to publish, kept for an editor to judge.</summary>
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

    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>The upload as it would be published, JSON.</summary>
    public required string Payload { get; init; }

    public required DateTimeOffset FoundAt { get; init; }
}
