namespace Scraper.Journal;

/// <summary>What was last sent of an upload, so that the same need not be sent again.</summary>
internal sealed class SentUpsert
{
    public required string Source { get; init; }

    public required string ExternalId { get; init; }

    /// <summary>Hash of the upsert as sent.</summary>
    public required byte[] Hash { get; set; }

    public required DateTimeOffset SentAt { get; set; }

    /// <summary>Whether this is what was sent.</summary>
    public bool IsStill(string payload) => Hash.AsSpan().SequenceEqual(SentUpserts.HashOf(payload));
}
