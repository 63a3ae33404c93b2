namespace Scraper.Journal;

/// <summary>A job of the service that an editor has paused: it is not run at its times until it is resumed.</summary>
internal sealed class PausedJob
{
    public required string Name { get; init; }

    public required DateTimeOffset PausedAt { get; init; }
}
