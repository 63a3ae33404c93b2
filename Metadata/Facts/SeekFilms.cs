using Metadata.Client;
using Metadata.Data;
using Metadata.Matching;
using Metadata.Movies;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using static Metadata.Movies.ParameterShapes;

namespace Metadata.Facts;

internal static class SeekFilms
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 100;

    internal static readonly IReadOnlyList<QueryParameter<Query>> Parameters =
    [
        Choice<Query>("registry", "The registry to be asked; required.", Registries.ByTrust,
            query => query.Registry, (query, registry) => query with { Registry = registry }),
        Time<Query>("before", "Only films that it was last asked for before this moment, or never.",
            query => query.Before, (query, before) => query with { Before = before }),
        Whole<Query>("movieId", "This film, whenever it was asked for.", 1, int.MaxValue,
            query => query.MovieId, (query, id) => query with { MovieId = id }),
        Whole<Query>("limit", "Most films.", 1, MaxLimit,
            query => query.Limit, (query, limit) => query with { Limit = limit }, byDefault: DefaultLimit),
    ];

    /// <summary>Films that a registry is to be asked for: first those it was never asked for, then those it was asked for
    /// the longest ago.</summary>
    internal static async Task<Results<Ok<IReadOnlyList<SoughtFilm>>, ProblemHttpResult>> Handle(
        HttpRequest request, MoviesDb db, CancellationToken cancellationToken)
    {
        var query = Parameters.Read(request.Query, new Query(), out var errors);
        if (query.Registry is null)
        {
            errors.TryAdd("registry", [$"registry must be one of {string.Join(", ", Registries.ByTrust)}."]);
        }

        if (errors.Count > 0)
        {
            return Problems.BadParameters(errors);
        }

        var ids = query.MovieId is { } id
            ? await Open(db).Where(movie => movie.Id == id).Select(movie => movie.Id).ToListAsync(cancellationToken)
            : await FindAsync(db, query, cancellationToken);
        var films = await db.Movies.AsNoTracking().Include(movie => movie.Videos).AsSplitQuery()
            .Where(movie => ids.Contains(movie.Id)).ToListAsync(cancellationToken);
        return TypedResults.Ok<IReadOnlyList<SoughtFilm>>([.. films.OrderBy(film => ids.IndexOf(film.Id)).Select(Describe)]);
    }

    private static async Task<List<int>> FindAsync(MoviesDb db, Query query, CancellationToken cancellationToken)
    {
        var ids = await Open(db)
            .Where(movie => !db.Lookups.Any(lookup => lookup.MovieId == movie.Id && lookup.Registry == query.Registry))
            .OrderBy(movie => movie.Id).Select(movie => movie.Id).Take(query.Limit).ToListAsync(cancellationToken);
        if (ids.Count < query.Limit)
        {
            ids.AddRange(await db.Lookups
                .Where(lookup => lookup.Registry == query.Registry && (query.Before == null || lookup.AskedAt < query.Before))
                .Join(Open(db), lookup => lookup.MovieId, movie => movie.Id, (lookup, _) => lookup)
                .OrderBy(lookup => lookup.AskedAt).ThenBy(lookup => lookup.MovieId).Select(lookup => lookup.MovieId)
                .Take(query.Limit - ids.Count).ToListAsync(cancellationToken));
        }

        return ids;
    }

    // An editor's film without uploads says what it is by itself.
    private static IQueryable<Movie> Open(MoviesDb db) => db.Movies.AsNoTracking().Where(movie =>
        movie.IsActive && movie.MergedIntoId == null && movie.Videos.Any(video => video.ExclusionId == null));

    private static SoughtFilm Describe(Movie movie)
    {
        var said = new FilmFacts(movie.Videos, words: null);
        return new SoughtFilm
        {
            MovieId = movie.Id,
            Title = movie.Title,
            OriginalTitle = movie.IsOpen(MovieFields.OriginalTitle) ? said.Original(movie.Title).Value : movie.OriginalTitle,
            OtherTitles = movie.OtherTitles,
            Year = movie.IsOpen(MovieFields.Year) ? said.Year.Value : movie.Year,
            DurationSeconds = movie.DurationSeconds,
            Directors = movie.IsOpen(MovieFields.Directors)
                ? said.FirstNames(video => video.Directors, facts => facts.Directors).Value : movie.Directors,
            ExternalIds = new ExternalIds(movie.ImdbId, movie.KinopoiskId, movie.TmdbId, movie.WikidataId),
        };
    }

    internal sealed record Query(
        string? Registry = null, DateTimeOffset? Before = null, int? MovieId = null, int Limit = DefaultLimit);
}
