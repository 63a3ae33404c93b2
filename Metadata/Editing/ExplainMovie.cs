using System.Text.Json;
using Metadata.Client;
using Metadata.Data;
using Metadata.Movies;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Editing;

internal static class ExplainMovie
{
    /// <summary>Where every value of a film comes from, and why each upload belongs to it.</summary>
    internal static async Task<Results<Ok<MovieProvenance>, ProblemHttpResult>> Handle(
        int id, MoviesDb db, CancellationToken cancellationToken)
    {
        var film = await MergedMovies.FollowAsync(db, id, cancellationToken);
        var movie = await db.Movies.AsNoTracking().Include(movie => movie.Videos)
            .SingleOrDefaultAsync(movie => movie.Id == film, cancellationToken);
        return movie is null ? Problems.UnknownMovie(id) : TypedResults.Ok(Explain(movie));
    }

    private static MovieProvenance Explain(Movie movie)
    {
        var videos = movie.Videos.OrderBy(video => video.Id).ToList();
        return new MovieProvenance(movie.Id, Fields(movie, videos), videos.ConvertAll(video => new VideoOrigin(
            video.Id, video.Source, video.ExternalId, video.RawTitle, video.Title, video.Year,
            video.PinnedMovieId is null ? video.MatchCode : "pinned", video.PinnedMovieId is not null)));
    }

    private static List<FieldOrigin> Fields(Movie movie, List<Video> videos)
    {
        FieldOrigin Said<T>(string name, T shown, Func<Video, T> said, MovieFields field = MovieFields.None) =>
            Origin(movie, field, name, JournalText.Write(shown),
                videos.Find(video => JournalText.Write(said(video)) == JournalText.Write(shown)));
        return
        [
            Origin(movie, MovieFields.Title, "title", JournalText.Write(movie.Title),
                videos.Find(video => video.Title == movie.Title)),
            Origin(movie, MovieFields.OriginalTitle, "originalTitle", JournalText.Write(movie.OriginalTitle),
                videos.Find(video => video.OriginalTitle == movie.OriginalTitle || video.Title == movie.OriginalTitle)),
            Said("year", movie.Year, video => video.Year, MovieFields.Year),
            Said("description", movie.Description, video => video.Description, MovieFields.Description),
            Said("genres", movie.Genres, video => video.Genres, MovieFields.Genres),
            Said("countries", movie.Countries, video => video.Countries, MovieFields.Countries),
            Said("directors", movie.Directors, video => video.Directors, MovieFields.Directors),
            Said("rating", movie.Rating, video => video.Rating, MovieFields.Rating),
            Said("ageRating", movie.AgeRating, video => video.AgeRating, MovieFields.AgeRating),
            Said("durationSeconds", movie.DurationSeconds, video => video.DurationSeconds, MovieFields.DurationSeconds),
            Said("imageUrl", movie.ImageUrl, video => video.ImageUrl, MovieFields.ImageUrl),
            Said("externalIds.imdb", movie.ImdbId, video => video.ImdbId),
            Said("externalIds.kinopoisk", movie.KinopoiskId, video => video.KinopoiskId),
            Said("externalIds.tmdb", movie.TmdbId, video => video.TmdbId),
            Said("externalIds.wikidata", movie.WikidataId, video => video.WikidataId),
            new FieldOrigin("views", FieldLayer.Computed, JsonSerializer.SerializeToElement(movie.Views)),
            new FieldOrigin("isAvailable", FieldLayer.Computed, JsonSerializer.SerializeToElement(movie.IsAvailable)),
            new FieldOrigin("sources", FieldLayer.Computed, JsonSerializer.SerializeToElement(movie.Sources)),
        ];
    }

    private static FieldOrigin Origin(Movie movie, MovieFields field, string name, string? shown, Video? from) =>
        (movie.LockedFields & field) != MovieFields.None ? new FieldOrigin(name, FieldLayer.Editor, JournalText.ToJson(shown))
        : shown is null || from is null ? new FieldOrigin(name, FieldLayer.Unknown, JournalText.ToJson(shown))
        : new FieldOrigin(name, FieldLayer.Uploader, JournalText.ToJson(shown), from.Source, from.Id);
}
