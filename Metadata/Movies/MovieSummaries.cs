using Metadata.Client;
using Metadata.Data;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Movies;

/// <summary>Films as lists show them.</summary>
internal static class MovieSummaries
{
    /// <summary>Reads films in the order of <paramref name="movies"/>.</summary>
    public static async Task<IReadOnlyList<MovieSummary>> ReadAsync(
        MoviesDb db, IQueryable<Movie> movies, CancellationToken cancellationToken)
    {
        var rows = await movies.Select(movie => new MovieSummary
        {
            Id = movie.Id,
            Slug = "",
            Title = movie.Title,
            OriginalTitle = movie.OriginalTitle,
            Year = movie.Year,
            ImageUrl = movie.ImageUrl,
            ThumbnailUrl = movie.ThumbnailUrl,
            Views = movie.Views,
            AddedAt = movie.AddedAt,
            DurationSeconds = movie.DurationSeconds,
            Genres = Array.Empty<string>(),
            Rating = movie.Rating,
            AgeRating = movie.AgeRating,
            IsAvailable = movie.IsAvailable,
            Sources = Array.Empty<string>(),
        }).ToListAsync(cancellationToken);

        var ids = rows.Select(row => row.Id).ToList();
        var tags = await db.Tags.AsNoTracking()
            .Where(tag => ids.Contains(tag.MovieId) && (tag.Kind == TagKind.Genre || tag.Kind == TagKind.Source))
            .ToListAsync(cancellationToken);
        var tagsOf = tags.ToLookup(tag => tag.MovieId);
        return [.. rows.Select(row => row with
        {
            Slug = Slug.Of(row.Title),
            Genres = tagsOf[row.Id].Named(TagKind.Genre),
            Sources = tagsOf[row.Id].Named(TagKind.Source),
        })];
    }

    /// <summary>The names of one kind, in the film's own order.</summary>
    public static IReadOnlyList<string> Named(this IEnumerable<MovieTag> tags, TagKind kind) =>
        [.. tags.Where(tag => tag.Kind == kind).OrderBy(tag => tag.Position).Select(tag => tag.Name)];
}
