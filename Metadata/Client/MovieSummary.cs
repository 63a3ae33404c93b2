namespace Metadata.Client;

/// <summary>What lists show of a film. An unknown value is absent.</summary>
public record MovieSummary
{
    public required int Id { get; init; }

    /// <summary>The title in Latin letters for the film's address; decoration only, the id decides.</summary>
    public required string Slug { get; init; }

    public required string Title { get; init; }

    /// <summary>The title in the film's own language, where it differs.</summary>
    public string? OriginalTitle { get; init; }

    /// <summary>Year of release, never of upload; 1888 to next year.</summary>
    public int? Year { get; init; }

    /// <summary>The picture at its host. The site shows it through the Gateway's /images/movies/{id}.</summary>
    public string? ImageUrl { get; init; }

    public string? ThumbnailUrl { get; init; }

    /// <summary>Views at the hosts, added up over the film's videos.</summary>
    public required long Views { get; init; }

    /// <summary>When the film first entered the catalogue, UTC.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    public int? DurationSeconds { get; init; }

    public required IReadOnlyList<string> Genres { get; init; }

    /// <summary>Score from 0 to 10.</summary>
    public double? Rating { get; init; }

    /// <summary>Russian age mark: 0, 6, 12, 16 or 18.</summary>
    public int? AgeRating { get; init; }

    /// <summary>Dominant colour of the picture as #rrggbb, shown until it loads.</summary>
    public string? ImageColor { get; init; }

    /// <summary>Whether some video of the film plays.</summary>
    public required bool IsAvailable { get; init; }

    /// <summary>Names of the sources that hold the film, in alphabetical order.</summary>
    public required IReadOnlyList<string> Sources { get; init; }
}
