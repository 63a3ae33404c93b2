namespace Scraper.Sources;

/// <summary>A source that can be asked about one upload by the address of its page.</summary>
internal interface ILinkedSource : ISource
{
    /// <summary>The upload behind a page; null when the address is none of this source's.</summary>
    /// <param name="embedUrl">The player's address, which may hold the key of a private upload.</param>
    SourceLink? FindLink(string sourceUrl, string? embedUrl);
}

/// <summary>One upload, as its source is asked about it.</summary>
/// <param name="ExternalId">The host's own id.</param>
/// <param name="Target">What reads just this upload.</param>
internal sealed record SourceLink(string ExternalId, SourceTarget Target);
