namespace Scraper.Journal;

/// <summary>An editor's wish to run a source now, for the service to take up.</summary>
internal sealed class RunOrder
{
    public int Id { get; init; }

    public required string Source { get; init; }

    public required DateTimeOffset OrderedAt { get; init; }
}
