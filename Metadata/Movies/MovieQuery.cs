namespace Metadata.Movies;

/// <summary>Which films, in which order, which page. What each property means stands in <see cref="MovieParameters"/>,
/// which also reads them.</summary>
internal sealed record MovieQuery
{
    public string? Q { get; init; }

    public IReadOnlyList<string> Genres { get; init; } = [];

    public IReadOnlyList<string> NotGenres { get; init; } = [];

    public string? Country { get; init; }

    public int? YearFrom { get; init; }

    public int? YearTo { get; init; }

    public double? RatingFrom { get; init; }

    public int? DurationFrom { get; init; }

    public int? DurationTo { get; init; }

    public int? AgeTo { get; init; }

    public string? Source { get; init; }

    public bool Available { get; init; }

    public bool IncludeInactive { get; init; }

    public IReadOnlyList<int> Ids { get; init; } = [];

    public string? Sort { get; init; }

    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = MovieParameters.DefaultPageSize;

    /// <summary>Where the page begins, whatever <see cref="Page"/> says.</summary>
    public string? Cursor { get; init; }

    /// <summary>The sort that applies, with its leading '-' if reversed.</summary>
    public string EffectiveSort => Sort switch
    {
        null or "relevance" when Q is null => "popular",
        "-relevance" when Q is null => "-popular",
        null => "relevance",
        _ => Sort,
    };
}
