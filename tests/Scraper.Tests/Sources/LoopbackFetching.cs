using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Scraper.Fetching;

namespace Scraper.Tests.Sources;

/// <summary>Fetches from stub hosts, without waiting for retries.</summary>
internal static class LoopbackFetching
{
    public static PoliteHttpFactory Create() => new(
        PoliteHttpFactory.Wire(new NetworkOptions { AllowPrivateAddresses = true }, Dns.GetHostAddressesAsync),
        TimeProvider.System, new NoChance(), NullLoggerFactory.Instance);

    private sealed class NoChance : Random
    {
        public override double NextDouble() => 0;
    }
}
