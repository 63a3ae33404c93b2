namespace Scraper.Fetching;

/// <summary>How this program meets the network; section "Network" of the configuration.</summary>
internal sealed class NetworkOptions
{
    /// <summary>Lets sources lie on loopback and private networks: only for tests against a stub.</summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>Page where the owner of a host reads who we are and how to reach us; sent in the User-Agent.</summary>
    public Uri? ContactUrl { get; init; }
}
