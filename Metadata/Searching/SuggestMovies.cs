using Metadata.Caching;
using Metadata.Client;
using Metadata.Data;
using Metadata.Indexing;
using Metadata.Matching;
using Metadata.Movies;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using static Metadata.Movies.ParameterShapes;

namespace Metadata.Searching;

internal static class SuggestMovies
{
    private const int DefaultLimit = 8;
    private const int MaxLimit = 20;

    internal static readonly IReadOnlyList<QueryParameter<Query>> Parameters =
    [
        Text<Query>("q", "What has been typed so far; empty suggests nothing.", 200,
            query => query.Q, (query, text) => query with { Q = text }),
        Whole<Query>("limit", "How many films at most.", 1, MaxLimit,
            query => query.Limit, (query, limit) => query with { Limit = limit }, byDefault: DefaultLimit),
    ];

    /// <summary>Films that fit what a visitor has typed so far, the best first.</summary>
    internal static async Task<Results<CachedJson<IReadOnlyList<Suggestion>>, ProblemHttpResult>> Handle(
        HttpRequest request, QueryCache cache, MovieIndex index, CancellationToken cancellationToken)
    {
        var query = Parameters.Read(request.Query, new Query("", DefaultLimit), out var errors);
        return errors.Count > 0
            ? Problems.BadParameters(errors)
            : await cache.AnswerAsync(
                $"suggestions?{Parameters.CacheKey(query)}", Wire.Json.IReadOnlyListSuggestion,
                (db, token) => ReadAsync(db, index, query, token), cancellationToken);
    }

    private static async Task<IReadOnlyList<Suggestion>> ReadAsync(
        MoviesDb db, MovieIndex index, Query query, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(query.Q))
        {
            return [];
        }

        var (page, understood) = index.Ask((columns, search) => Find(columns, search, query));
        var movies = await db.Movies.AsNoTracking().Where(movie => page.Ids.Contains(movie.Id))
            .Select(movie => new
            {
                movie.Id,
                movie.Title,
                movie.Year,
                movie.ThumbnailUrl,
                movie.OriginalTitle,
                movie.OtherTitles,
                movie.Directors,
            })
            .ToDictionaryAsync(movie => movie.Id, cancellationToken);
        var words = SearchQuery.Read(understood);
        return [.. page.Ids.Where(movies.ContainsKey).Select(id => movies[id]).Select(movie => new Suggestion(
            movie.Id, movie.Title, movie.Year, movie.ThumbnailUrl,
            Matched(words, [movie.Title, movie.OriginalTitle, .. movie.OtherTitles, .. movie.Directors])))];
    }

    private static (MoviePage Page, string Understood) Find(MovieColumns columns, SearchIndex search, Query query)
    {
        var hits = search.Find(query.Q);
        return (columns.Page(new MovieQuery { Q = query.Q, PageSize = query.Limit }, hits), hits.Correction?.Query ?? query.Q);
    }

    // Words spread over a title and a name match no single one: then the title stands for all.
    private static string Matched(SearchQuery search, IReadOnlyList<string?> names) =>
        names.FirstOrDefault(name => name is not null && search.Words.All(word => word.IsIn($" {TitleKey.Of(name)} ")))
        ?? names[0]!;

    internal sealed record Query(string Q, int Limit);
}
