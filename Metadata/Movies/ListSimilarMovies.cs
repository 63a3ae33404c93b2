using Metadata.Caching;
using Metadata.Client;
using Metadata.Data;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using static Metadata.Movies.ParameterShapes;

namespace Metadata.Movies;

internal static class ListSimilarMovies
{
    private const int DefaultLimit = 12;
    private const int MaxLimit = 50;

    internal static readonly IReadOnlyList<QueryParameter<Query>> Parameters =
    [
        Whole<Query>("limit", "How many films at most.", 1, MaxLimit,
            query => query.Limit, (query, limit) => query with { Limit = limit }, byDefault: DefaultLimit),
    ];

    /// <summary>Films with the same director or genres, the closest first.</summary>
    internal static async Task<Results<CachedJson<IReadOnlyList<SimilarMovie>>, ProblemHttpResult>> Handle(
        int id, HttpRequest request, QueryCache cache, MoviesDb db, CancellationToken cancellationToken)
    {
        var limit = Parameters.Read(request.Query, new Query(DefaultLimit), out var errors).Limit;
        if (errors.Count > 0)
        {
            return Problems.BadParameters(errors);
        }

        var movie = await db.Movies.AsNoTracking().Where(movie => movie.Id == id && movie.IsActive)
            .Select(movie => new { movie.Year }).SingleOrDefaultAsync(cancellationToken);
        return movie is null
            ? Problems.NoMovie(id)
            : await cache.AnswerAsync(
                $"similar/{id}?{limit}", Wire.Json.IReadOnlyListSimilarMovie,
                (own, token) => ReadAsync(own, id, movie.Year, limit, token), cancellationToken);
    }

    private static async Task<IReadOnlyList<SimilarMovie>> ReadAsync(
        MoviesDb db, int id, int? year, int limit, CancellationToken cancellationToken)
    {
        var own = await db.Tags.AsNoTracking().Where(tag => tag.MovieId == id).ToListAsync(cancellationToken);
        var directors = Keys(own, TagKind.Director);
        var genres = Keys(own, TagKind.Genre);
        var scored =
            from movie in db.Movies.AsNoTracking()
            where movie.Id != id && movie.IsActive
            let sameDirectors = movie.Tags.Count(tag => tag.Kind == TagKind.Director && directors.Contains(tag.Key))
            let sameGenres = movie.Tags.Count(tag => tag.Kind == TagKind.Genre && genres.Contains(tag.Key))
            where sameDirectors > 0 || sameGenres > 0
            orderby sameDirectors descending, sameGenres descending,
                movie.Year == null || year == null ? int.MaxValue : Math.Abs(movie.Year.Value - year.Value),
                movie.Views descending, movie.Id
            select new { movie.Id, sameDirectors };
        var closest = await scored.Take(limit).ToListAsync(cancellationToken);

        var ids = closest.ConvertAll(movie => movie.Id);
        var summaries = await MovieSummaries.ReadAsync(
            db, db.Movies.AsNoTracking().Where(movie => ids.Contains(movie.Id)), cancellationToken);
        var summaryOf = summaries.ToDictionary(summary => summary.Id);
        return [.. closest.Where(movie => summaryOf.ContainsKey(movie.Id)).Select(movie => new SimilarMovie(
            summaryOf[movie.Id], movie.sameDirectors > 0 ? SimilarReason.SameDirector : SimilarReason.SameGenres))];
    }

    private static List<string> Keys(List<MovieTag> tags, TagKind kind) =>
        [.. tags.Where(tag => tag.Kind == kind).Select(tag => tag.Key)];

    internal sealed record Query(int Limit);
}
