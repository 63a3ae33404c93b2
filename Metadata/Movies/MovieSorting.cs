using System.Linq.Expressions;
using Metadata.Data;
using Metadata.Searching;

namespace Metadata.Movies;

/// <summary>The order of a list. Unknown values come last in both directions, and the id decides between equals, so
/// that pages never overlap.</summary>
internal static class MovieSorting
{
    public static readonly IReadOnlyList<string> Names = ["relevance", "popular", "new", "rating", "year", "title", "duration"];

    public static IOrderedQueryable<Movie> Sorted(this IQueryable<Movie> movies, MovieQuery query)
    {
        var sort = query.EffectiveSort;
        var reversed = sort[0] == '-';
        return (sort.TrimStart('-') switch
        {
            "relevance" when query.Search is { Words.Count: > 0 } search => movies.ByRelevance(search, reversed),
            "relevance" or "popular" => movies.By(movie => movie.Views, falls: !reversed),
            "new" => movies.By(movie => movie.AddedAt, falls: !reversed),
            "rating" => movies.OrderBy(movie => movie.Rating == null).Then(movie => movie.Rating, falls: !reversed),
            "year" => movies.OrderBy(movie => movie.Year == null).Then(movie => movie.Year, falls: !reversed),
            "title" => movies.By(movie => movie.SortTitle, falls: reversed),
            "duration" => movies.OrderBy(movie => movie.DurationSeconds == null).Then(movie => movie.DurationSeconds, falls: reversed),
            _ => throw new ArgumentOutOfRangeException(nameof(query), sort, "There is no such sort."),
        }).ThenBy(movie => movie.Id);
    }

    // Rank 0 is the best match, so relevance falls while the rank rises; equal matches come by views.
    private static IOrderedQueryable<Movie> ByRelevance(this IQueryable<Movie> movies, SearchQuery search, bool reversed) =>
        movies.By(MovieSearch.Rank(search), falls: reversed).Then(movie => movie.Views, falls: !reversed);

    private static IOrderedQueryable<Movie> By<T>(this IQueryable<Movie> movies, Expression<Func<Movie, T>> value, bool falls) =>
        falls ? movies.OrderByDescending(value) : movies.OrderBy(value);

    private static IOrderedQueryable<Movie> Then<T>(
        this IOrderedQueryable<Movie> movies, Expression<Func<Movie, T>> value, bool falls) =>
        falls ? movies.ThenByDescending(value) : movies.ThenBy(value);
}
