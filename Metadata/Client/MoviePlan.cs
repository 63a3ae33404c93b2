using System.Text.Json;
using System.Text.Json.Serialization;

namespace Metadata.Client;

/// <summary>What uploads would change in the catalogue, worked out as a batch of them is, and not written. Counts are of
/// uploads, as in <see cref="UpsertReport"/>.</summary>
/// <param name="Movies">The films that would change, the uploads that make them change included. Films with nothing new but
/// their views are not among them.</param>
/// <param name="Refused">The uploads that would be rejected, with their reasons.</param>
public sealed record MoviePlan(
    int Created, int Updated, int Unchanged, int Rejected, int Review,
    IReadOnlyList<PlannedMovie> Movies, IReadOnlyList<UpsertResult> Refused)
{
    /// <summary>Most uploads in one plan.</summary>
    public const int MaxUploads = 5_000;

    /// <summary>Most bytes of its JSON.</summary>
    public const int MaxBytes = 32 * 1024 * 1024;
}

/// <summary>What a plan does to one film.</summary>
public sealed record PlannedMovie
{
    public required PlannedStatus Status { get; init; }

    /// <summary>Absent for a film that is not in the catalogue yet.</summary>
    public int? MovieId { get; init; }

    public required string Title { get; init; }

    public int? Year { get; init; }

    /// <summary>Why uploads join it, or why an editor is asked.</summary>
    public string? Reason { get; init; }

    /// <summary>Fields of a film that is in the catalogue, and of its uploads; none for a film that comes anew.</summary>
    public required IReadOnlyList<PlannedField> Changes { get; init; }

    /// <summary>The uploads that do it. A film may also change because its uploads go to another film.</summary>
    public required IReadOnlyList<MovieUpsert> Uploads { get; init; }
}

/// <param name="Field">The film's field, or "video.FIELD" with <paramref name="Upload"/>.</param>
/// <param name="Upload">"source/externalId", where an upload changes.</param>
/// <param name="Old">Absent when it is unknown.</param>
/// <param name="New">Absent when it becomes unknown; "new" in the place of the number of a film that comes anew.</param>
public sealed record PlannedField(string Field, string? Upload = null, JsonElement? Old = null, JsonElement? New = null);

[JsonConverter(typeof(CamelCaseNames<PlannedStatus>))]
public enum PlannedStatus
{
    /// <summary>It comes into the catalogue.</summary>
    Created,

    /// <summary>Uploads join a film that is there.</summary>
    Merged,
    Updated,

    /// <summary>It comes into the catalogue, and an editor is asked whether it is another film's.</summary>
    Review,
}
