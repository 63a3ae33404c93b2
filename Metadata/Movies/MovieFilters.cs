using Metadata.Data;
using Metadata.Searching;

namespace Metadata.Movies;

/// <summary>A filter that a facet can leave out of account.</summary>
internal enum OwnFilter
{
    None,
    Genre,
    Country,
    Year,
    Rating,
    Age,
    Source,
}

/// <summary>Which films a query keeps. A bound leaves out films whose value is unknown.</summary>
internal static class MovieFilters
{
    public static IQueryable<Movie> Kept(this IQueryable<Movie> movies, MovieQuery query, OwnFilter except = OwnFilter.None)
    {
        movies = query.IncludeInactive ? movies : movies.Where(movie => movie.IsActive);
        movies = query.Ids.Count == 0 ? movies : movies.Where(movie => query.Ids.Contains(movie.Id));
        movies = query.Search is { } search ? movies.Matching(search) : movies;
        movies = query.Available ? movies.Where(movie => movie.IsAvailable) : movies;
        movies = query.NotGenres.Count == 0 ? movies : movies.Where(movie =>
            !movie.Tags.Any(tag => tag.Kind == TagKind.Genre && query.NotGenres.Contains(tag.Key)));
        movies = query.Genres.Count == 0 || except == OwnFilter.Genre ? movies : movies.Where(movie =>
            movie.Tags.Any(tag => tag.Kind == TagKind.Genre && query.Genres.Contains(tag.Key)));
        movies = except == OwnFilter.Country ? movies : movies.Tagged(TagKind.Country, query.Country);
        movies = except == OwnFilter.Source ? movies : movies.Tagged(TagKind.Source, query.Source);
        return movies.Within(query, except);
    }

    private static IQueryable<Movie> Tagged(this IQueryable<Movie> movies, TagKind kind, string? key) => key is null
        ? movies
        : movies.Where(movie => movie.Tags.Any(tag => tag.Kind == kind && tag.Key == key));

    private static IQueryable<Movie> Within(this IQueryable<Movie> movies, MovieQuery query, OwnFilter except)
    {
        if (except != OwnFilter.Year)
        {
            movies = query.YearFrom is { } from ? movies.Where(movie => movie.Year >= from) : movies;
            movies = query.YearTo is { } to ? movies.Where(movie => movie.Year <= to) : movies;
        }

        if (except != OwnFilter.Rating && query.RatingFrom is { } rating)
        {
            movies = movies.Where(movie => movie.Rating >= rating);
        }

        if (except != OwnFilter.Age && query.AgeTo is { } age)
        {
            movies = movies.Where(movie => movie.AgeRating <= age);
        }

        var (shortest, longest) = (query.DurationFrom * 60, query.DurationTo * 60);
        movies = shortest is null ? movies : movies.Where(movie => movie.DurationSeconds >= shortest);
        return longest is null ? movies : movies.Where(movie => movie.DurationSeconds <= longest);
    }
}
