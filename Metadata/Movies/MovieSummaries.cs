using Metadata.Client;
using Metadata.Data;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Movies;

/// <summary>Films as lists show them.</summary>
internal static class MovieSummaries
{
    /// <summary>Reads films in the order of <paramref name="ids"/>.</summary>
    public static async Task<IReadOnlyList<MovieSummary>> ReadAsync(
        MoviesDb db, IReadOnlyList<int> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var rows = await db.Movies.AsNoTracking().Where(movie => ids.Contains(movie.Id)).Select(movie => new MovieSummary
        {
            Id = movie.Id,
            Slug = Slug.Of(movie.Title),
            Title = movie.Title,
            OriginalTitle = movie.OriginalTitle,
            Year = movie.Year,
            ImageUrl = movie.ImageUrl,
            ThumbnailUrl = movie.ThumbnailUrl,
            Views = movie.Views,
            AddedAt = movie.AddedAt,
            DurationSeconds = movie.DurationSeconds,
            Genres = movie.Genres,
            Rating = movie.Rating,
            AgeRating = movie.AgeRating,
            IsAvailable = movie.IsAvailable,
            Sources = movie.Sources,
        }).ToDictionaryAsync(movie => movie.Id, cancellationToken);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }
}
