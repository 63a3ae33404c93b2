using Metadata.Client;
using Metadata.Data;

namespace Metadata.Movies;

/// <summary>A stored film as its page shows it.</summary>
internal static class MovieDetailsOf
{
    /// <param name="movie">With its videos.</param>
    /// <param name="forEditors">With the fields that are locked.</param>
    public static MovieDetails Read(Movie movie, bool forEditors)
    {
        var videos = movie.Videos.Where(video => video.ExclusionId is null)
            .OrderBy(Worth).ThenByDescending(video => video.Views).ThenBy(video => video.Id).ToList();
        return new MovieDetails
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
            SourceUrl = videos.FirstOrDefault()?.SourceUrl,
            Description = movie.Description,
            Countries = movie.Countries,
            Directors = movie.Directors,
            ExternalIds = new ExternalIds(movie.ImdbId, movie.KinopoiskId, movie.TmdbId, movie.WikidataId),
            IsActive = movie.IsActive,
            LockedFields = forEditors ? movie.LockedFields.Names() : null,
            Videos = [.. videos.Select(Read)],
        };
    }

    // Places that play come before places that may not.
    private static int Worth(Video video) => video.Availability switch
    {
        Availability.Ok or Availability.Unknown => 0,
        Availability.Suspect => 1,
        Availability.Geo => 2,
        _ => 3,
    };

    private static MovieVideo Read(Video video) => new()
    {
        Id = video.Id,
        Source = video.Source,
        SourceUrl = video.SourceUrl,
        EmbedUrl = video.EmbedUrl,
        StreamUrl = video.StreamUrl,
        DurationSeconds = video.DurationSeconds,
        Views = video.Views,
        Quality = video.Quality,
        Language = video.Language,
        Author = video.AuthorName is { } name ? new Author(name, video.AuthorUrl) : null,
        Availability = video.Availability,
        CheckedAt = video.CheckedAt,
        PublishedAt = video.PublishedAt,
    };
}
