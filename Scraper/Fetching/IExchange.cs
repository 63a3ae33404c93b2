using Scraper.Sources;

namespace Scraper.Fetching;

/// <summary>Where one request gets its answer from: the host itself, or a recording of it.</summary>
internal interface IExchange
{
    /// <exception cref="SourceException">The address may not be fetched, the answer breaks a limit, or no recording holds
    /// it.</exception>
    Task<FetchAttempt> SendAsync(
        FetchRequest request, FetchScope scope, FetchMeter meter, CancellationToken cancellationToken);
}
