namespace Metadata.Client;

/// <summary>An editor's change of a film: fields present are set and from then on locked against scrapes.</summary>
public sealed record MovieEdit
{
    public string? Title { get; init; }

    public string? OriginalTitle { get; init; }

    public int? Year { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<string>? Genres { get; init; }

    public IReadOnlyList<string>? Countries { get; init; }

    public IReadOnlyList<string>? Directors { get; init; }

    public double? Rating { get; init; }

    public int? AgeRating { get; init; }

    public int? DurationSeconds { get; init; }

    public string? ImageUrl { get; init; }

    /// <summary>False hides the film from visitors, true shows it again.</summary>
    public bool? IsActive { get; init; }
}
