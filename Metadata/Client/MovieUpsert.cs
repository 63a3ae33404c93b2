namespace Metadata.Client;

/// <summary>One upload as the Scraper understood it. Absent means unknown and never erases what is stored.</summary>
public sealed record MovieUpsert
{
    public const int MaxTitleLength = 500;
    public const int MaxDescriptionLength = 10_000;
    public const int MaxUrlLength = 2_048;
    public const int MaxNames = 50;

    /// <summary>Of a genre, a country, a person or an author.</summary>
    public const int MaxNameLength = 200;

    /// <summary>Of a quality, a language or an id in another catalogue.</summary>
    public const int MaxTagLength = 50;

    public const int MinYear = 1888;
    public const int MaxDurationSeconds = 86_400;
    public const int MaxBatch = 500;

    /// <summary>Name of the source; with <see cref="ExternalId"/> the key of the upload.</summary>
    public required string Source { get; init; }

    /// <summary>The host's own id of the upload.</summary>
    public required string ExternalId { get; init; }

    public required string SourceUrl { get; init; }

    /// <summary>The title exactly as uploaded.</summary>
    public required string RawTitle { get; init; }

    /// <summary>The film's title as read from the raw one.</summary>
    public required string Title { get; init; }

    public string? OriginalTitle { get; init; }

    public IReadOnlyList<string>? AlternativeTitles { get; init; }

    /// <summary>Year of release; 1888 to next year.</summary>
    public int? Year { get; init; }

    public string? ImageUrl { get; init; }

    public string? ThumbnailUrl { get; init; }

    public long? Views { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>1 to 86,400 seconds.</summary>
    public int? DurationSeconds { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<string>? Genres { get; init; }

    public IReadOnlyList<string>? Countries { get; init; }

    public IReadOnlyList<string>? Directors { get; init; }

    /// <summary>Score from 0 to 10.</summary>
    public double? Rating { get; init; }

    /// <summary>0, 6, 12, 16 or 18.</summary>
    public int? AgeRating { get; init; }

    public string? EmbedUrl { get; init; }

    public string? StreamUrl { get; init; }

    public string? Quality { get; init; }

    public string? Language { get; init; }

    public Author? Author { get; init; }

    public ExternalIds? ExternalIds { get; init; }
}
