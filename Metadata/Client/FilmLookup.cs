using System.Text.Json.Serialization;

namespace Metadata.Client;

/// <summary>What one registry answered when it was asked for one film. It takes the place of what that registry answered
/// before.</summary>
public sealed record FilmLookup
{
    /// <summary>Most lookups in one batch.</summary>
    public const int MaxBatch = 500;

    public const int MaxReasonLength = 500;

    public required int MovieId { get; init; }

    /// <summary>One of <see cref="Registries"/>.</summary>
    public required string Registry { get; init; }

    public required LookupOutcome Outcome { get; init; }

    /// <summary>Why the film was not found, or which candidates could not be told apart.</summary>
    public string? Reason { get; init; }

    /// <summary>Present when the film was found.</summary>
    public RegistryFacts? Facts { get; init; }
}

[JsonConverter(typeof(CamelCaseNames<LookupOutcome>))]
public enum LookupOutcome
{
    /// <summary>Exactly one film fits.</summary>
    Found,

    /// <summary>The registry knows no film of that title.</summary>
    NotFound,

    /// <summary>Films of that title are there, but none is surely this one.</summary>
    Unsure,
}

/// <summary>A film to be looked up, as its uploads and its editors describe it; what registries said before is left out,
/// so that an answer is never measured by itself.</summary>
public sealed record SoughtFilm
{
    public required int MovieId { get; init; }

    public required string Title { get; init; }

    public string? OriginalTitle { get; init; }

    public required IReadOnlyList<string> OtherTitles { get; init; }

    public int? Year { get; init; }

    public int? DurationSeconds { get; init; }

    public required IReadOnlyList<string> Directors { get; init; }

    /// <summary>The ids known so far, by registries' word too.</summary>
    public required ExternalIds ExternalIds { get; init; }
}

/// <summary>How a registry answered last for a film.</summary>
public sealed record RegistryLookup(
    int MovieId, string Title, int? Year, string Registry, DateTimeOffset AskedAt, LookupOutcome Outcome, string? Reason = null);
