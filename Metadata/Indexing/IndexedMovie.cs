namespace Metadata.Indexing;

/// <summary>What the index knows of a film.</summary>
internal sealed record IndexedMovie
{
    public required int Id { get; init; }

    public required string Title { get; init; }

    public string? OriginalTitle { get; init; }

    public IReadOnlyList<string> OtherTitles { get; init; } = [];

    public int? Year { get; init; }

    public double? Rating { get; init; }

    public int? AgeRating { get; init; }

    public int? DurationSeconds { get; init; }

    public long Views { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public bool IsActive { get; init; } = true;

    /// <summary>Whether some video plays.</summary>
    public bool IsAvailable { get; init; }

    /// <summary>False for a film of which every video has gone: it leaves visitors' lists until one plays again.</summary>
    public bool IsListed { get; init; } = true;

    public IReadOnlyList<string> Genres { get; init; } = [];

    public IReadOnlyList<string> Countries { get; init; } = [];

    public IReadOnlyList<string> Directors { get; init; } = [];

    public IReadOnlyList<string> Sources { get; init; } = [];
}
