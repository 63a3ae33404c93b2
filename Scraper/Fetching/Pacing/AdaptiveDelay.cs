namespace Scraper.Fetching.Pacing;

/// <summary>Takes the time between requests from how long the host needs to answer, as AutoThrottle does.</summary>
internal static class AdaptiveDelay
{
    /// <summary>A host slower than this is asked no more seldom, unless the source's own delay is longer.</summary>
    public static readonly TimeSpan Ceiling = TimeSpan.FromSeconds(60);

    // At most half of the time the host is busy with us.
    private const double Share = 0.5;

    /// <param name="current">The delay that the last request kept.</param>
    /// <param name="floor">The least, whatever the host can do.</param>
    /// <param name="latency">From sending the request to the last byte.</param>
    /// <param name="succeeded">An error comes quickly, so it cannot shorten the delay.</param>
    public static TimeSpan Next(TimeSpan current, TimeSpan floor, TimeSpan latency, bool succeeded)
    {
        var wished = latency / Share;
        var halfway = (current + wished) / 2;
        var next = wished > halfway ? wished : halfway;
        if (!succeeded && next < current)
        {
            next = current;
        }

        var most = floor > Ceiling ? floor : Ceiling;
        return next < floor ? floor : next > most ? most : next;
    }
}
