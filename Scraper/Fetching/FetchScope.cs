namespace Scraper.Fetching;

/// <summary>Where one source may fetch, and how fast.</summary>
/// <param name="BaseUrl">The source's host; nothing else is ever asked, not after a redirect either.</param>
/// <param name="Delay">Least time from the start of one request to the start of the next.</param>
/// <param name="WithSubdomains">Redirects may lead to a subdomain of the host.</param>
internal sealed record FetchScope(Uri BaseUrl, TimeSpan Delay, bool WithSubdomains = false)
{
    /// <summary>The key that the host wants with every request; null when it wants none.</summary>
    public SecretHeader? Key { get; init; }
}
