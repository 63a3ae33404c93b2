using System.Text.Json.Serialization;

namespace Metadata.Client;

/// <summary>Everything a film's page shows.</summary>
public sealed record MovieDetails : MovieSummary
{
    /// <summary>The page of the film's best video at its host; absent while an editor's film has none.</summary>
    public string? SourceUrl { get; init; }

    public string? Description { get; init; }

    public required IReadOnlyList<string> Countries { get; init; }

    public required IReadOnlyList<string> Directors { get; init; }

    public required ExternalIds ExternalIds { get; init; }

    /// <summary>False when an editor has hidden the film.</summary>
    public required bool IsActive { get; init; }

    /// <summary>Names of the fields that an editor has set and no scrape changes; only in answers that include hidden
    /// films.</summary>
    public IReadOnlyList<string>? LockedFields { get; init; }

    /// <summary>The places to watch the film, best first.</summary>
    public required IReadOnlyList<MovieVideo> Videos { get; init; }
}

/// <summary>The film's ids in public registries.</summary>
public sealed record ExternalIds(
    string? Imdb = null, string? Kinopoisk = null, string? Tmdb = null, string? Wikidata = null);

/// <summary>One upload of a film at one host.</summary>
public sealed record MovieVideo
{
    public required int Id { get; init; }

    /// <summary>Name of the source: rutube, archive…</summary>
    public required string Source { get; init; }

    /// <summary>The upload's page at its host.</summary>
    public required string SourceUrl { get; init; }

    /// <summary>Address of the host's official player, for an iframe.</summary>
    public string? EmbedUrl { get; init; }

    /// <summary>An HLS or MP4 file that the source itself offers.</summary>
    public string? StreamUrl { get; init; }

    public int? DurationSeconds { get; init; }

    public required long Views { get; init; }

    public string? Quality { get; init; }

    public string? Language { get; init; }

    public Author? Author { get; init; }

    public required Availability Availability { get; init; }

    /// <summary>When a check last looked at the upload, UTC.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>When the host published the upload, UTC. Says nothing of the film's year.</summary>
    public DateTimeOffset? PublishedAt { get; init; }
}

/// <summary>Who uploaded a video; hosts ask for this credit.</summary>
public sealed record Author(string Name, string? Url = null);

/// <summary>What the last checks found out about an upload.</summary>
[JsonConverter(typeof(CamelCaseNames<Availability>))]
public enum Availability
{
    Unknown,
    Ok,
    Suspect,
    Gone,
    Geo,
    Private,
}
