namespace Scraper.Fetching;

/// <summary>Where one source may fetch, and how fast.</summary>
/// <param name="BaseUrl">The source's host; nothing else is ever asked, not after a redirect either.</param>
/// <param name="Delay">Least time from the start of one request to the start of the next.</param>
/// <param name="WithSubdomains">Redirects may lead to a subdomain of the host.</param>
internal sealed record FetchScope(Uri BaseUrl, TimeSpan Delay, bool WithSubdomains = false)
{
    /// <summary>What a request says besides who we are and what we ask for.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>From sending a request to the last byte of its answer.</summary>
    public TimeSpan TimeLimit { get; init; } = GatedExchange.TimeLimit;
}
