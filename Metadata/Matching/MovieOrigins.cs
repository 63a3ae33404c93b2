using System.Text.Json;
using Metadata.Client;
using Metadata.Data;

namespace Metadata.Matching;

/// <summary>Tells why a film is as it is.</summary>
internal static class MovieOrigins
{
    /// <param name="movie">With its videos.</param>
    public static MovieProvenance Explain(Movie movie) => new(movie.Id, Fields(movie), [.. movie.Videos.OrderBy(video => video.Id).Select(video =>
        new VideoOrigin(
            video.Id, video.Source, video.ExternalId, video.RawTitle, video.Title, video.Year,
            video.PinnedMovieId is null ? video.MatchCode : "pinned", video.PinnedMovieId is not null))]);

    private static List<FieldOrigin> Fields(Movie movie)
    {
        var facts = new FilmFacts(movie.Videos);
        return
        [
            Stated(movie, MovieFields.Title, "title", movie.Title, facts.Title.From),
            Stated(movie, MovieFields.OriginalTitle, "originalTitle", movie.OriginalTitle, facts.Original(movie.Title).From),
            Stated(movie, MovieFields.Year, "year", movie.Year, facts.Year.From),
            Stated(movie, MovieFields.Description, "description", movie.Description, facts.First(video => video.Description).From),
            Stated(movie, MovieFields.Genres, "genres", movie.Genres, facts.FirstNames(video => video.Genres).From),
            Stated(movie, MovieFields.Countries, "countries", movie.Countries, facts.FirstNames(video => video.Countries).From),
            Stated(movie, MovieFields.Directors, "directors", movie.Directors, facts.FirstNames(video => video.Directors).From),
            Stated(movie, MovieFields.Rating, "rating", movie.Rating, facts.First(video => video.Rating).From),
            Stated(movie, MovieFields.AgeRating, "ageRating", movie.AgeRating, facts.First(video => video.AgeRating).From),
            Stated(movie, MovieFields.DurationSeconds, "durationSeconds", movie.DurationSeconds, facts.First(video => video.DurationSeconds).From),
            Stated(movie, MovieFields.ImageUrl, "imageUrl", movie.ImageUrl, facts.Image.From),
            Stated(movie, MovieFields.ImageUrl, "thumbnailUrl", movie.ThumbnailUrl, facts.Image.From),
            Stated(movie, MovieFields.None, "externalIds.imdb", movie.ImdbId, facts.First(video => video.ImdbId).From),
            Stated(movie, MovieFields.None, "externalIds.kinopoisk", movie.KinopoiskId, facts.First(video => video.KinopoiskId).From),
            Stated(movie, MovieFields.None, "externalIds.tmdb", movie.TmdbId, facts.First(video => video.TmdbId).From),
            Stated(movie, MovieFields.None, "externalIds.wikidata", movie.WikidataId, facts.First(video => video.WikidataId).From),
            new FieldOrigin("views", FieldLayer.Computed, Json(movie.Views)),
            new FieldOrigin("isAvailable", FieldLayer.Computed, Json(movie.IsAvailable)),
            new FieldOrigin("sources", FieldLayer.Computed, Json(movie.Sources)),
        ];
    }

    private static FieldOrigin Stated<T>(Movie movie, MovieFields field, string name, T value, Video? from)
    {
        JsonElement? shown = value is null or List<string> { Count: 0 } ? null : Json(value);
        return !movie.IsOpen(field) ? new FieldOrigin(name, FieldLayer.Editor, shown)
            : from is null || shown is null ? new FieldOrigin(name, FieldLayer.Unknown, shown)
            : new FieldOrigin(name, FilmFacts.IsRegistry(from) ? FieldLayer.Registry : FieldLayer.Uploader, shown, from.Source, from.Id);
    }

    private static JsonElement Json<T>(T value) => JsonSerializer.SerializeToElement(value);
}
