using Metadata.Client;

namespace Metadata.Data;

/// <summary>One upload of a film, as its source last described it.</summary>
internal sealed class Video
{
    /// <summary>The code of an upload that an editor moved from another film.</summary>
    public const string MovedCode = "moved";

    public int Id { get; set; }

    public int MovieId { get; set; }

    public required Movie Movie { get; set; }

    public required string Source { get; init; }

    public required string ExternalId { get; init; }

    public string SourceUrl { get; set; } = "";

    public string RawTitle { get; set; } = "";

    public string Title { get; set; } = "";

    public string? OriginalTitle { get; set; }

    public List<string> AlternativeTitles { get; set; } = [];

    public int? Year { get; set; }

    public string? Description { get; set; }

    public string? ImageUrl { get; set; }

    public string? ThumbnailUrl { get; set; }

    public long Views { get; set; }

    public DateTimeOffset? PublishedAt { get; set; }

    public int? DurationSeconds { get; set; }

    public List<string> Genres { get; set; } = [];

    public List<string> Countries { get; set; } = [];

    public List<string> Directors { get; set; } = [];

    public double? Rating { get; set; }

    public int? AgeRating { get; set; }

    public string? EmbedUrl { get; set; }

    public string? StreamUrl { get; set; }

    public string? Quality { get; set; }

    public string? Language { get; set; }

    public string? AuthorName { get; set; }

    public string? AuthorUrl { get; set; }

    public string? ImdbId { get; set; }

    public string? KinopoiskId { get; set; }

    public string? TmdbId { get; set; }

    public string? WikidataId { get; set; }

    public Availability Availability { get; set; }

    public DateTimeOffset? CheckedAt { get; set; }

    /// <summary>The film that an editor has put the upload into; no rule moves it from there.</summary>
    public int? PinnedMovieId { get; set; }

    /// <summary>Why the upload is in its film: first, id, strong, edition, unique, alias… by the matcher, moved by an
    /// editor.</summary>
    public string MatchCode { get; set; } = "first";

    /// <summary>The exclusion that keeps the upload out; it is not shown then.</summary>
    public int? ExclusionId { get; set; }

    /// <summary>Whether a visitor can expect the upload to play.</summary>
    public bool Plays => ExclusionId is null && Availability is not (Availability.Gone or Availability.Private);
}
