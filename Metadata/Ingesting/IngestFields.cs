using Metadata.Data;

namespace Metadata.Ingesting;

/// <summary>The fields that a batch may change, under the journal's names for them.</summary>
internal static class IngestFields
{
    public static readonly FieldTable<Movie> Movie = new(
        ("title", movie => movie.Title), ("originalTitle", movie => movie.OriginalTitle), ("year", movie => movie.Year),
        ("description", movie => movie.Description), ("imageUrl", movie => movie.ImageUrl),
        ("thumbnailUrl", movie => movie.ThumbnailUrl), ("durationSeconds", movie => movie.DurationSeconds),
        ("rating", movie => movie.Rating), ("ageRating", movie => movie.AgeRating), ("genres", movie => movie.Genres),
        ("countries", movie => movie.Countries), ("directors", movie => movie.Directors), ("imdbId", movie => movie.ImdbId),
        ("kinopoiskId", movie => movie.KinopoiskId), ("tmdbId", movie => movie.TmdbId), ("wikidataId", movie => movie.WikidataId),
        ("isActive", movie => movie.IsActive), ("mergedIntoId", movie => movie.MergedIntoId),
        (JournalField.NameOfFacts, movie => movie.Facts));

    /// <summary>What follows from the uploads; the journal does not tell it.</summary>
    public static readonly FieldTable<Movie> UntoldMovie = new(
        ("isAvailable", movie => movie.IsAvailable), ("sources", movie => movie.Sources),
        ("otherTitles", movie => movie.OtherTitles));

    public static readonly FieldTable<Video> Video = new(
        ("video.movieId", video => video.MovieId), ("video.sourceUrl", video => video.SourceUrl),
        ("video.rawTitle", video => video.RawTitle), ("video.title", video => video.Title),
        ("video.originalTitle", video => video.OriginalTitle), ("video.alternativeTitles", video => video.AlternativeTitles),
        ("video.year", video => video.Year), ("video.description", video => video.Description),
        ("video.imageUrl", video => video.ImageUrl), ("video.thumbnailUrl", video => video.ThumbnailUrl),
        ("video.publishedAt", video => video.PublishedAt), ("video.durationSeconds", video => video.DurationSeconds),
        ("video.genres", video => video.Genres), ("video.countries", video => video.Countries),
        ("video.directors", video => video.Directors), ("video.rating", video => video.Rating),
        ("video.ageRating", video => video.AgeRating), ("video.embedUrl", video => video.EmbedUrl),
        ("video.streamUrl", video => video.StreamUrl), ("video.quality", video => video.Quality),
        ("video.language", video => video.Language), ("video.authorName", video => video.AuthorName),
        ("video.authorUrl", video => video.AuthorUrl), ("video.imdbId", video => video.ImdbId),
        ("video.kinopoiskId", video => video.KinopoiskId), ("video.tmdbId", video => video.TmdbId),
        ("video.wikidataId", video => video.WikidataId), ("video.matchCode", video => video.MatchCode),
        ("video.exclusionId", video => video.ExclusionId));

    /// <summary>What tells which film an upload is of.</summary>
    public static readonly FieldTable<Video> Telling = new(
        ("title", video => video.Title), ("originalTitle", video => video.OriginalTitle),
        ("alternativeTitles", video => video.AlternativeTitles), ("year", video => video.Year),
        ("durationSeconds", video => video.DurationSeconds), ("directors", video => video.Directors),
        ("imdbId", video => video.ImdbId), ("kinopoiskId", video => video.KinopoiskId), ("tmdbId", video => video.TmdbId),
        ("wikidataId", video => video.WikidataId));
}
