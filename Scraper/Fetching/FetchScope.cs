using Scraper.Sources;

namespace Scraper.Fetching;

/// <summary>Where one source may fetch, and how fast.</summary>
/// <param name="BaseUrl">The source's host; nothing else is ever asked, not after a redirect either.</param>
/// <param name="Delay">Least time from the start of one request to the start of the next.</param>
/// <param name="WithSubdomains">Redirects may lead to a subdomain of the host.</param>
internal sealed record FetchScope(Uri BaseUrl, TimeSpan Delay, bool WithSubdomains = false)
{
    public static readonly IReadOnlyDictionary<string, string> NoHeaders = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The key that the host wants in a form; null when it wants none.</summary>
    public SourceToken? Token { get; init; }

    /// <summary>Starts of paths that the operator has the host's permission for, whatever its robots.txt says.</summary>
    public IReadOnlyList<string> PermittedPaths { get; init; } = [];

    public bool IsPermitted(Uri url) =>
        PermittedPaths.Any(start => url.AbsolutePath.StartsWith(start, StringComparison.Ordinal));

    /// <summary>The key that the host wants in a header; null when it wants none.</summary>
    public SecretHeader? Key { get; init; }

    /// <summary>What a request says besides who we are and what we ask for.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = NoHeaders;

    /// <summary>From sending a request to the last byte of its answer.</summary>
    public TimeSpan TimeLimit { get; init; } = WireExchange.TimeLimit;

    /// <summary>A request within this scope.</summary>
    public FetchRequest Request(Uri url, string accept) =>
        new(url, accept) { Token = Token, Key = Key, Headers = Headers, TimeLimit = TimeLimit };
}
