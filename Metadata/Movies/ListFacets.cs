using System.Globalization;
using Metadata.Caching;
using Metadata.Client;
using Metadata.Data;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Movies;

internal static class ListFacets
{
    /// <summary>What the filters offer, with counts. Each list obeys all filters but its own.</summary>
    internal static async Task<Results<CachedJson<Facets>, ProblemHttpResult>> Handle(
        HttpRequest request, QueryCache cache, CancellationToken cancellationToken)
    {
        var query = MovieParameters.Filters.Read(request.Query, new MovieQuery(), out var errors);
        return errors.Count > 0
            ? Problems.BadParameters(errors)
            : await cache.AnswerAsync(
                $"facets?{MovieParameters.Filters.CacheKey(query)}", Wire.Json.Facets,
                (db, token) => ReadAsync(db.Movies.AsNoTracking(), query, token), cancellationToken);
    }

    private static async Task<Facets> ReadAsync(IQueryable<Movie> movies, MovieQuery query, CancellationToken cancellationToken)
    {
        var byYear = await movies.Kept(query, OwnFilter.Year).Where(movie => movie.Year != null)
            .GroupBy(movie => movie.Year!.Value).Select(year => new { year.Key, Count = year.Count() })
            .ToListAsync(cancellationToken);
        var byAge = await movies.Kept(query, OwnFilter.Age).Where(movie => movie.AgeRating != null)
            .GroupBy(movie => movie.AgeRating!.Value).Select(age => new { age.Key, Count = age.Count() })
            .ToListAsync(cancellationToken);
        var rated = movies.Kept(query, OwnFilter.Rating);
        var decades = byYear.GroupBy(year => year.Key / 10 * 10, (decade, years) => (decade, years.Sum(year => year.Count)));
        return new Facets
        {
            Genres = await CountAsync(movies.Kept(query, OwnFilter.Genre), TagKind.Genre, cancellationToken),
            Countries = await CountAsync(movies.Kept(query, OwnFilter.Country), TagKind.Country, cancellationToken),
            Sources = await CountAsync(movies.Kept(query, OwnFilter.Source), TagKind.Source, cancellationToken),
            Decades = Numbered(decades),
            AgeRatings = Numbered(byAge.Select(age => (age.Key, age.Count))),
            Years = byYear.Count == 0
                ? new FacetRange()
                : new FacetRange(byYear.Min(year => year.Key), byYear.Max(year => year.Key)),
            Ratings = new FacetRange(
                await rated.MinAsync(movie => movie.Rating, cancellationToken),
                await rated.MaxAsync(movie => movie.Rating, cancellationToken)),
        };
    }

    private static async Task<IReadOnlyList<FacetCount>> CountAsync(
        IQueryable<Movie> movies, TagKind kind, CancellationToken cancellationToken)
    {
        var counts = await movies.SelectMany(movie => movie.Tags).Where(tag => tag.Kind == kind)
            .GroupBy(tag => tag.Key).Select(name => new { Name = name.Max(tag => tag.Name)!, Count = name.Count() })
            .ToListAsync(cancellationToken);
        return [.. counts.OrderByDescending(count => count.Count).ThenBy(count => count.Name, StringComparer.Ordinal)
            .Select(count => new FacetCount(count.Name, count.Count))];
    }

    private static IReadOnlyList<FacetCount> Numbered(IEnumerable<(int Number, int Count)> counts) =>
        [.. counts.OrderBy(count => count.Number)
            .Select(count => new FacetCount(count.Number.ToString(CultureInfo.InvariantCulture), count.Count))];
}
