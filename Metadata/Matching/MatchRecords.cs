using Metadata.Client;
using Metadata.Data;

namespace Metadata.Matching;

/// <summary>What the matcher is to know of uploads and films.</summary>
internal static class MatchRecords
{
    // These an editor may set so that no upload says them any more.
    private const MovieFields Telling = MovieFields.Title | MovieFields.OriginalTitle | MovieFields.Year;

    public static MatchRecord Of(MovieUpsert upsert)
    {
        var names = MatchRecord.NamesOf(upsert.Title, upsert.OriginalTitle, upsert.AlternativeTitles ?? []);
        return new MatchRecord
        {
            Source = upsert.Source,
            ExternalId = upsert.ExternalId,
            Names = names,
            Original = OriginalOf(upsert.OriginalTitle),
            Year = upsert.Year,
            DurationSeconds = upsert.DurationSeconds,
            Directors = upsert.Directors ?? [],
            Ids = upsert.ExternalIds is { } ids ? new RegistryIds(ids.Imdb, ids.Kinopoisk, ids.Tmdb, ids.Wikidata) : default,
        };
    }

    /// <param name="video">An upload.</param>
    /// <param name="movieId">The film that holds it; 0 when it is to find its film anew.</param>
    /// <param name="pin">The film that it must stay in.</param>
    public static MatchRecord Of(Video video, int movieId, int? pin) => new()
    {
        VideoId = video.Id,
        MovieId = movieId,
        PinnedMovieId = pin,
        Source = video.Source,
        ExternalId = video.ExternalId,
        Names = MatchRecord.NamesOf(video.Title, video.OriginalTitle, video.AlternativeTitles),
        Original = OriginalOf(video.OriginalTitle),
        Year = video.Year,
        DurationSeconds = video.DurationSeconds,
        Directors = video.Directors,
        Ids = new RegistryIds(video.ImdbId, video.KinopoiskId, video.TmdbId, video.WikidataId),
    };

    /// <summary>A film's own record, when an editor said what it is; its uploads speak for every other film.</summary>
    public static MatchRecord? Of(Movie movie, bool hasVideos) =>
        movie.MergedIntoId is not null || (hasVideos && (movie.LockedFields & Telling) == MovieFields.None) ? null : new MatchRecord
        {
            MovieId = movie.Id,
            PinnedMovieId = movie.Id,
            Source = "",
            ExternalId = $"{movie.Id:d10}",
            Names = MatchRecord.NamesOf(movie.Title, movie.OriginalTitle, movie.OtherTitles),
            Original = OriginalOf(movie.OriginalTitle),
            Year = movie.Year,
            DurationSeconds = movie.DurationSeconds,
            Directors = movie.Directors,
            Ids = new RegistryIds(movie.ImdbId, movie.KinopoiskId, movie.TmdbId, movie.WikidataId),
        };

    /// <summary>Every key under which a film is to be found.</summary>
    /// <param name="movie">With its videos.</param>
    public static HashSet<long> KeysOf(Movie movie) =>
    [
        .. movie.Videos.SelectMany(video => MatchKeys.Of(Of(video, movie.Id, null))),
        .. Of(movie, movie.Videos.Count > 0) is { } own ? MatchKeys.Of(own) : [],
    ];

    private static string? OriginalOf(string? title) => title is null ? null : FilmTitle.Of(TitleKey.Of(title));
}
