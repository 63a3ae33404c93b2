namespace Scraper.Journal;

/// <summary>Something that went no further: a bad item, a dead target, a film that Metadata refused.</summary>
internal sealed class Reject
{
    public int Id { get; init; }

    public required int RunId { get; init; }

    /// <summary>The run's page that has the item; null when it is of no page, or of a run of older programs.</summary>
    public int? PageNumber { get; init; }

    /// <summary>The host's id; null when it could not be read, or when not one item is meant.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The step of the run: fetch, parse, normalize, outbox, publish.</summary>
    public required string Step { get; init; }

    public required string Reason { get; init; }

    /// <summary>The item as received, for a later replay; empty where there is none.</summary>
    public required string Payload { get; init; }
}
