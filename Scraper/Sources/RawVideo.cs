namespace Scraper.Sources;

/// <summary>One upload, as its host describes it: nothing cleaned, nothing guessed. Null means the host did not say.</summary>
internal sealed record RawVideo
{
    /// <summary>Name of the source that holds the upload; with <see cref="ExternalId"/> its key.</summary>
    public required string Source { get; init; }

    /// <summary>The host's own id.</summary>
    public required string ExternalId { get; init; }

    /// <summary>The upload's page at its host, in its shortest form.</summary>
    public required string SourceUrl { get; init; }

    /// <summary>The title as uploaded.</summary>
    public required string Title { get; init; }

    public string? Description { get; init; }

    /// <summary>Null also where the host says 0 or 1 second, which it does for films too.</summary>
    public TimeSpan? Duration { get; init; }

    public string? ImageUrl { get; init; }

    public string? ThumbnailUrl { get; init; }

    public string? EmbedUrl { get; init; }

    public string? StreamUrl { get; init; }

    public long? Views { get; init; }

    /// <summary>When the host published the upload. Says nothing of the film's year.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    public string? AuthorName { get; init; }

    public string? AuthorUrl { get; init; }

    /// <summary>The host's category, a hint for the classifier and never a genre.</summary>
    public string? Category { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Russian age mark: 0, 6, 12, 16 or 18.</summary>
    public int? AgeRating { get; init; }

    public string? Language { get; init; }

    /// <summary>On what terms the host offers the upload: the name or the address of a licence.</summary>
    public string? Licence { get; init; }

    public VideoMarks Marks { get; init; }

    /// <summary>Facts that the host states in fields of their own.</summary>
    public StatedFacts Stated { get; init; } = new();
}

/// <summary>What the host says of an upload's state.</summary>
[Flags]
internal enum VideoMarks
{
    None = 0,
    Hidden = 1,
    Deleted = 2,
    Adult = 4,
    Paid = 8,
    Live = 16,
    Short = 32,
    Audio = 64,
}

/// <summary>Facts that a source states outright, so that nothing has to be read out of a title.</summary>
internal sealed record StatedFacts
{
    /// <summary>The film's title, where the source keeps it apart from the upload's.</summary>
    public string? Title { get; init; }

    public string? OriginalTitle { get; init; }

    public IReadOnlyList<string> AlternativeTitles { get; init; } = [];

    public int? Year { get; init; }

    public int? Season { get; init; }

    public int? Episode { get; init; }

    /// <summary>What the source itself calls it: a film card, an episode list.</summary>
    public VideoKind? Kind { get; init; }

    public IReadOnlyList<string> Genres { get; init; } = [];

    public IReadOnlyList<string> Countries { get; init; } = [];

    public IReadOnlyList<string> Directors { get; init; } = [];

    public double? Rating { get; init; }

    public string? Quality { get; init; }
}

/// <summary>What an upload is.</summary>
internal enum VideoKind
{
    Film,
    Episode,
    Trailer,
    Other,
}
