using Metadata.Client;
using Metadata.Data;
using Metadata.Indexing;
using static Metadata.Movies.ParameterShapes;

namespace Metadata.Movies;

/// <summary>Every parameter of the catalogue's reads, once: parsing, checks, cache keys and the OpenAPI document all
/// follow from this table.</summary>
internal static class MovieParameters
{
    public const int DefaultPageSize = 24;
    public const int MaxPageSize = 100;
    public const int MaxIds = 100;

    private const int MaxQueryLength = MovieUpsert.MaxTitleLength;
    private const int MaxYear = 9_999;
    private const int MinutesInADay = 1_440;
    private const int MaxAge = 18;

    /// <summary>Filters, common to lists, facets and the random film.</summary>
    public static readonly IReadOnlyList<QueryParameter<MovieQuery>> Filters =
    [
        Text<MovieQuery>("q", "Words of a title or a director's name; the last may be unfinished.", MaxQueryLength,
            query => query.Q, (query, text) => query with { Q = text }),
        Names<MovieQuery>("genre", "Films of this genre; repeated: of any of these.",
            query => query.Genres, (query, names) => query with { Genres = Keys(names) }),
        Names<MovieQuery>("notGenre", "Without films of this genre; repeated: of any of these.",
            query => query.NotGenres, (query, names) => query with { NotGenres = Keys(names) }),
        Text<MovieQuery>("country", "Films made in this country.", MovieModel.MaxNameLength,
            query => query.Country, (query, name) => query with { Country = TagNames.KeyOf(name) }),
        Whole<MovieQuery>("yearFrom", "Released in this year or later. Leaves out films whose year is unknown.", 0, MaxYear,
            query => query.YearFrom, (query, year) => query with { YearFrom = year }),
        Whole<MovieQuery>("yearTo", "Released in this year or earlier. Leaves out films whose year is unknown.", 0, MaxYear,
            query => query.YearTo, (query, year) => query with { YearTo = year }),
        Number<MovieQuery>("ratingFrom", "Rated so or higher. Leaves out films without a rating.", 0, 10,
            query => query.RatingFrom, (query, rating) => query with { RatingFrom = rating }),
        Whole<MovieQuery>("durationFrom", "Minutes, at least. Leaves out films of unknown duration.", 0, MinutesInADay,
            query => query.DurationFrom, (query, minutes) => query with { DurationFrom = minutes }),
        Whole<MovieQuery>("durationTo", "Minutes, at most. Leaves out films of unknown duration.", 0, MinutesInADay,
            query => query.DurationTo, (query, minutes) => query with { DurationTo = minutes }),
        Whole<MovieQuery>("ageTo", "With this age mark or a lower one. Leaves out films without an age mark.", 0, MaxAge,
            query => query.AgeTo, (query, age) => query with { AgeTo = age }),
        Text<MovieQuery>("source", "Films that this source holds: rutube, archive…", MovieModel.MaxSourceLength,
            query => query.Source, (query, name) => query with { Source = TagNames.KeyOf(name) }),
        Flag<MovieQuery>("available", "true: only films of which some video plays. Films whose videos have all gone are listed by ids alone.",
            query => query.Available, (query, flag) => query with { Available = flag }),
        Numbers<MovieQuery>("ids", $"Just the films with these ids, at most {MaxIds}, separated by commas.", MaxIds,
            query => query.Ids, (query, ids) => query with { Ids = ids }),
        Flag<MovieQuery>("includeInactive", "true: also films that editors have hidden.",
            query => query.IncludeInactive, (query, flag) => query with { IncludeInactive = flag }),
    ];

    /// <summary>Filters, sort and page.</summary>
    public static readonly IReadOnlyList<QueryParameter<MovieQuery>> List =
    [
        .. Filters,
        Choice<MovieQuery>("sort",
            "popular, new, rating, year and relevance fall, title and duration rise; a leading '-' reverses. "
            + "Unknown values come last either way. Default: relevance with q, else popular.",
            [.. MovieSort.Names, .. MovieSort.Names.Select(name => $"-{name}")],
            query => query.EffectiveSort, (query, sort) => query with { Sort = sort }),
        Whole<MovieQuery>("page", "Number of the page, from 1. Past the end is an empty page.", 1, int.MaxValue,
            query => query.Page, (query, page) => query with { Page = page }, byDefault: 1),
        Whole<MovieQuery>("pageSize", "Films per page.", 1, MaxPageSize,
            query => query.PageSize, (query, size) => query with { PageSize = size }, byDefault: DefaultPageSize),
        CursorParameter.Create(),
    ];

    private static List<string> Keys(IReadOnlyList<string> names) =>
        [.. names.Select(TagNames.KeyOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
