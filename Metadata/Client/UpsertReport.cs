using System.Text.Json.Serialization;

namespace Metadata.Client;

/// <summary>What became of a batch, item by item in the order sent.</summary>
public sealed record UpsertReport(
    int Created, int Updated, int Unchanged, int Rejected, int Review, IReadOnlyList<UpsertResult> Results);

/// <summary>What became of one upload.</summary>
/// <param name="Reason">Why it was rejected, merged or left for review.</param>
public sealed record UpsertResult(
    string? Source, string? ExternalId, UpsertStatus Status, int? MovieId = null, string? Reason = null);

[JsonConverter(typeof(CamelCaseNames<UpsertStatus>))]
public enum UpsertStatus
{
    Created,
    Updated,

    /// <summary>A new upload of a film already known. Counted as updated.</summary>
    Merged,
    Unchanged,
    Rejected,
    Review,
}
