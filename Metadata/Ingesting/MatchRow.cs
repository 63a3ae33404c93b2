using Metadata.Data;

namespace Metadata.Ingesting;

/// <summary>The few columns that tell which film an upload is of.</summary>
internal static class MatchRow
{
    public static readonly IReadOnlyList<string> MovieColumns =
    [
        nameof(Movie.Id), nameof(Movie.Title), nameof(Movie.OriginalTitle), nameof(Movie.OtherTitles), nameof(Movie.Year),
        nameof(Movie.DurationSeconds), nameof(Movie.Directors), nameof(Movie.ImdbId), nameof(Movie.KinopoiskId),
        nameof(Movie.TmdbId), nameof(Movie.WikidataId), nameof(Movie.IsActive), nameof(Movie.MergedIntoId),
        nameof(Movie.LockedFields),
    ];

    public static readonly IReadOnlyList<string> VideoColumns =
    [
        nameof(Video.Id), nameof(Video.MovieId), nameof(Video.Source), nameof(Video.ExternalId), nameof(Video.Title),
        nameof(Video.OriginalTitle), nameof(Video.AlternativeTitles), nameof(Video.Year), nameof(Video.DurationSeconds),
        nameof(Video.Directors), nameof(Video.ImdbId), nameof(Video.KinopoiskId), nameof(Video.TmdbId), nameof(Video.WikidataId),
        nameof(Video.PinnedMovieId), nameof(Video.MatchCode),
    ];

    /// <summary>The film with nothing but these columns; never to be written back.</summary>
    public static Movie ReadMovie(RowReader row) => new()
    {
        AddedAt = default,
        Id = row.Int(),
        Title = row.Text(),
        OriginalTitle = row.TextOrNull(),
        OtherTitles = NameList.Read(row.Text()),
        Year = row.IntOrNull(),
        DurationSeconds = row.IntOrNull(),
        Directors = NameList.Read(row.Text()),
        ImdbId = row.TextOrNull(),
        KinopoiskId = row.TextOrNull(),
        TmdbId = row.TextOrNull(),
        WikidataId = row.TextOrNull(),
        IsActive = row.Flag(),
        MergedIntoId = row.IntOrNull(),
        LockedFields = (MovieFields)row.Int(),
    };

    /// <summary>The upload with nothing but these columns; never to be written back.</summary>
    public static Video ReadVideo(RowReader row, Movie movie) => new()
    {
        Movie = movie,
        Id = row.Int(),
        MovieId = row.Int(),
        Source = row.Text(),
        ExternalId = row.Text(),
        Title = row.Text(),
        OriginalTitle = row.TextOrNull(),
        AlternativeTitles = NameList.Read(row.Text()),
        Year = row.IntOrNull(),
        DurationSeconds = row.IntOrNull(),
        Directors = NameList.Read(row.Text()),
        ImdbId = row.TextOrNull(),
        KinopoiskId = row.TextOrNull(),
        TmdbId = row.TextOrNull(),
        WikidataId = row.TextOrNull(),
        PinnedMovieId = row.IntOrNull(),
        MatchCode = row.Text(),
    };
}
