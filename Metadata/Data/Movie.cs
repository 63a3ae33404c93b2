namespace Metadata.Data;

/// <summary>One film. Its facts are an editor's where locked, else taken from its videos.</summary>
internal sealed class Movie
{
    public int Id { get; set; }

    public required string Title { get; set; }

    public string? OriginalTitle { get; set; }

    /// <summary>Titles under which the film is found but not shown.</summary>
    public List<string> OtherTitles { get; set; } = [];

    public int? Year { get; set; }

    public string? Description { get; set; }

    public string? ImageUrl { get; set; }

    public string? ThumbnailUrl { get; set; }

    public int? DurationSeconds { get; set; }

    public double? Rating { get; set; }

    public int? AgeRating { get; set; }

    public string? ImdbId { get; set; }

    public string? KinopoiskId { get; set; }

    public string? TmdbId { get; set; }

    public string? WikidataId { get; set; }

    /// <summary>Sum over the videos.</summary>
    public long Views { get; set; }

    /// <summary>Whether some video plays.</summary>
    public bool IsAvailable { get; set; }

    /// <summary>False when hidden from visitors.</summary>
    public bool IsActive { get; set; } = true;

    public required DateTimeOffset AddedAt { get; set; }

    /// <summary>Fields that an editor has set and no upload may change.</summary>
    public MovieFields LockedFields { get; set; }

    /// <summary>The title in match normal form.</summary>
    public string TitleKey { get; set; } = "";

    /// <summary>The title as it sorts, the same on both databases.</summary>
    public string SortTitle { get; set; } = "";

    /// <summary>The words of the other titles, each with a space before and after.</summary>
    public string OtherTitleWords { get; set; } = "";

    /// <summary>All words by which the film is found, each with a space before and after.</summary>
    public string SearchWords { get; set; } = "";

    public List<Video> Videos { get; } = [];

    public List<MovieTag> Tags { get; } = [];
}

/// <summary>What an editor can lock.</summary>
[Flags]
internal enum MovieFields
{
    None = 0,
    Title = 1,
    OriginalTitle = 2,
    Year = 4,
    Description = 8,
    Genres = 16,
    Countries = 32,
    Directors = 64,
    Rating = 128,
    AgeRating = 256,
    DurationSeconds = 512,
    ImageUrl = 1024,
}
