using System.Text.Json;
using System.Text.Json.Serialization;

namespace Metadata.Client;

/// <summary>Why a film is as it is: where every value comes from, and why each upload belongs to it.</summary>
public sealed record MovieProvenance(int MovieId, IReadOnlyList<FieldOrigin> Fields, IReadOnlyList<VideoOrigin> Videos)
{
    /// <summary>How the registries that were asked for the film have answered.</summary>
    public IReadOnlyList<RegistryLookup> Lookups { get; init; } = [];
}

/// <param name="Field">A field of <see cref="MovieDetails"/>.</param>
/// <param name="Value">Absent = unknown.</param>
/// <param name="Source">The registry that said so, or the source with <paramref name="VideoId"/>.</param>
/// <param name="Votes">How many people a registry's rating is the mean of.</param>
public sealed record FieldOrigin(
    string Field, FieldLayer Layer, JsonElement? Value = null, string? Source = null, int? VideoId = null, int? Votes = null);

[JsonConverter(typeof(CamelCaseNames<FieldLayer>))]
public enum FieldLayer
{
    /// <summary>Set by an editor and locked.</summary>
    Editor,

    /// <summary>Said by a registry, or by a source that describes films, not uploads.</summary>
    Registry,

    /// <summary>Read from what an uploader wrote.</summary>
    Uploader,

    /// <summary>Added up or chosen over all uploads.</summary>
    Computed,

    /// <summary>Nobody has said.</summary>
    Unknown,
}

/// <param name="Code">Why it belongs to the film: first, id, strong, edition, unique, alias, near-year, kept, moved, pinned.</param>
/// <param name="ByHand">An editor put it here; no rule moves it.</param>
public sealed record VideoOrigin(
    int VideoId, string Source, string ExternalId, string RawTitle, string Title, int? Year, string Code, bool ByHand);
