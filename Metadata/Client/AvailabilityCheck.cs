using System.Text.Json.Serialization;

namespace Metadata.Client;

/// <summary>What a check of one upload found.</summary>
public sealed record AvailabilityCheck(string Source, string ExternalId, CheckResult Result, DateTimeOffset CheckedAt);

[JsonConverter(typeof(CamelCaseNames<CheckResult>))]
public enum CheckResult
{
    /// <summary>It plays.</summary>
    Ok,

    /// <summary>The host says that there is no such video.</summary>
    NotFound,

    /// <summary>The host says that it is not public.</summary>
    Private,

    /// <summary>Refused for the checker's country: changes nothing.</summary>
    Geo,

    /// <summary>Time-out, 5xx, anti-bot page: changes nothing.</summary>
    Error,
}

/// <summary>What became of a run of checks.</summary>
/// <param name="Unknown">Checks of uploads that the catalogue does not hold.</param>
/// <param name="Braked">Sources of which more than 20 % got worse; then nothing was written at all.</param>
/// <param name="Changes">The uploads whose state is another now, or would be; those of a braked run included.</param>
public sealed record AvailabilityReport(
    int Checked, int Changed, int Unknown, IReadOnlyList<BrakedSource> Braked, IReadOnlyList<AvailabilityChange>? Changes = null);

public sealed record AvailabilityChange(string Source, string ExternalId, Availability Before, Availability After);

public sealed record BrakedSource(string Source, int Checked, int Worse);
