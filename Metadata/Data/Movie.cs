namespace Metadata.Data;

/// <summary>One film. Its facts are an editor's where locked, else a registry's, else taken from its videos.</summary>
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

    public List<string> Genres { get; set; } = [];

    public List<string> Countries { get; set; } = [];

    public List<string> Directors { get; set; } = [];

    /// <summary>Names of the sources that hold the film, in alphabetical order; follow from its videos.</summary>
    public List<string> Sources { get; set; } = [];

    public string? ImdbId { get; set; }

    public string? KinopoiskId { get; set; }

    public string? TmdbId { get; set; }

    public string? WikidataId { get; set; }

    /// <summary>Sum over the videos.</summary>
    public long Views { get; set; }

    /// <summary>Plays counted on the site.</summary>
    public long Plays { get; set; }

    /// <summary>Whether some video plays.</summary>
    public bool IsAvailable { get; set; }

    /// <summary>False when hidden from visitors.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>The film that an editor or the matcher found this one to be; such a film is not active.</summary>
    public int? MergedIntoId { get; set; }

    /// <summary>When the film was taken down for good; it is not active then.</summary>
    public DateTimeOffset? TakenDownAt { get; set; }

    public required DateTimeOffset AddedAt { get; set; }

    /// <summary>The catalogue's revision that last changed the film.</summary>
    public long Revision { get; set; }

    /// <summary>Fields that an editor has set and no upload may change.</summary>
    public MovieFields LockedFields { get; set; }

    /// <summary>What registries surely say of the film, in the order in which they are believed; null while none does.</summary>
    public List<RegistryWord>? Facts { get; set; }

    public List<Video> Videos { get; } = [];
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
