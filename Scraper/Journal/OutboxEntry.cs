namespace Scraper.Journal;

/// <summary>A film on its way to Metadata. It leaves the table only with Metadata's answer.</summary>
internal sealed class OutboxEntry
{
    public long Id { get; init; }

    public required int RunId { get; init; }

    public required string Source { get; init; }

    public required string ExternalId { get; init; }

    /// <summary>The upsert as JSON.</summary>
    public required string Payload { get; init; }

    /// <summary>The Idempotency-Key it travels under, given before it is first sent; null while it waits.</summary>
    public string? BatchKey { get; set; }

    /// <summary>It waits for its run to be judged, or for an editor to release that run.</summary>
    public bool IsHeld { get; init; }

    /// <summary>The review that an editor ended with this film; null for what runs found by themselves.</summary>
    public int? ReviewId { get; init; }
}
