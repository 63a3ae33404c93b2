using Metadata.Client;

namespace Gateway.Operations;

/// <summary>How the three services are, in one answer.</summary>
/// <param name="Status">Degraded when any part is not healthy: the site itself still answers.</param>
/// <param name="Timestamp">When they were asked, UTC.</param>
/// <param name="Services">By name: gateway, metadata, scraper.</param>
internal sealed record TrioHealth(
    HealthState Status, DateTimeOffset Timestamp, IReadOnlyDictionary<string, PartHealth> Services);

/// <summary>One service as the public may see it: what its checks found, without the operators' details.</summary>
/// <param name="Detail">Why there are no checks: the service does not answer.</param>
internal sealed record PartHealth(HealthState Status, string? Detail, IReadOnlyDictionary<string, HealthState> Checks);
