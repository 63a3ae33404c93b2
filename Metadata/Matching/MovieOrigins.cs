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
        var facts = new FilmFacts(movie.Videos, movie.Facts);
        return
        [
            Stated(movie, MovieFields.Title, "title", movie.Title, facts.Title),
            Stated(movie, MovieFields.OriginalTitle, "originalTitle", movie.OriginalTitle, facts.Original(movie.Title)),
            Stated(movie, MovieFields.Year, "year", movie.Year, facts.Year),
            Stated(movie, MovieFields.Description, "description", movie.Description, facts.First(video => video.Description)),
            Stated(movie, MovieFields.Genres, "genres", movie.Genres, facts.FirstNames(video => video.Genres, said => said.Genres)),
            Stated(movie, MovieFields.Countries, "countries", movie.Countries,
                facts.FirstNames(video => video.Countries, said => said.Countries)),
            Stated(movie, MovieFields.Directors, "directors", movie.Directors,
                facts.FirstNames(video => video.Directors, said => said.Directors)),
            RatingOf(movie, facts),
            Stated(movie, MovieFields.AgeRating, "ageRating", movie.AgeRating,
                facts.First(video => video.AgeRating, said => said.AgeRating)),
            Stated(movie, MovieFields.DurationSeconds, "durationSeconds", movie.DurationSeconds,
                facts.First(video => video.DurationSeconds)),
            Stated(movie, MovieFields.ImageUrl, "imageUrl", movie.ImageUrl, facts.Image),
            Stated(movie, MovieFields.ImageUrl, "thumbnailUrl", movie.ThumbnailUrl, facts.Image),
            Stated(movie, MovieFields.None, "externalIds.imdb", movie.ImdbId,
                facts.First(video => video.ImdbId, said => said.ExternalIds?.Imdb)),
            Stated(movie, MovieFields.None, "externalIds.kinopoisk", movie.KinopoiskId,
                facts.First(video => video.KinopoiskId, said => said.ExternalIds?.Kinopoisk)),
            Stated(movie, MovieFields.None, "externalIds.tmdb", movie.TmdbId,
                facts.First(video => video.TmdbId, said => said.ExternalIds?.Tmdb)),
            Stated(movie, MovieFields.None, "externalIds.wikidata", movie.WikidataId,
                facts.First(video => video.WikidataId, said => said.ExternalIds?.Wikidata)),
            new FieldOrigin("views", FieldLayer.Computed, Json(movie.Views)),
            new FieldOrigin("isAvailable", FieldLayer.Computed, Json(movie.IsAvailable)),
            new FieldOrigin("sources", FieldLayer.Computed, Json(movie.Sources)),
        ];
    }

    private static FieldOrigin RatingOf(Movie movie, FilmFacts facts)
    {
        var rating = facts.First(video => video.Rating, said => said.Rating);
        var origin = Stated(movie, MovieFields.Rating, "rating", movie.Rating, rating);
        return origin.Layer == FieldLayer.Registry ? origin with { Votes = rating.Word?.Facts.RatingVotes } : origin;
    }

    private static FieldOrigin Stated<TValue, TFact>(Movie movie, MovieFields field, string name, TValue value, Fact<TFact> fact)
    {
        JsonElement? shown = value is null or List<string> { Count: 0 } ? null : Json(value);
        return (fact.From, fact.Word) switch
        {
            _ when !movie.IsOpen(field) => new FieldOrigin(name, FieldLayer.Editor, shown),
            _ when shown is null => new FieldOrigin(name, FieldLayer.Unknown),
            (_, { } word) => new FieldOrigin(name, FieldLayer.Registry, shown, word.Registry),
            ({ } video, _) => new FieldOrigin(
                name, FilmFacts.IsRegistry(video) ? FieldLayer.Registry : FieldLayer.Uploader, shown, video.Source, video.Id),
            _ => new FieldOrigin(name, FieldLayer.Unknown, shown),
        };
    }

    private static JsonElement Json<T>(T value) => JsonSerializer.SerializeToElement(value);
}
