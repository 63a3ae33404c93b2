namespace Scraper.Journal;

/// <summary>A version of the starter catalogue that has been taken in completely.</summary>
internal sealed class StarterLoad
{
    /// <summary>SHA-256 of the file, hexadecimal.</summary>
    public required string ContentHash { get; init; }

    public required DateTimeOffset LoadedAt { get; init; }
}
