using Metadata.Data;

namespace Metadata.Ingesting;

/// <summary>A film as a row.</summary>
internal static class MovieRow
{
    /// <summary>The id first, then in the order of <see cref="Write"/>.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        nameof(Movie.Id), nameof(Movie.Title), nameof(Movie.OriginalTitle), nameof(Movie.OtherTitles), nameof(Movie.Year),
        nameof(Movie.Description), nameof(Movie.ImageUrl), nameof(Movie.ThumbnailUrl), nameof(Movie.DurationSeconds),
        nameof(Movie.Rating), nameof(Movie.AgeRating), nameof(Movie.Genres), nameof(Movie.Countries), nameof(Movie.Directors),
        nameof(Movie.Sources), nameof(Movie.ImdbId), nameof(Movie.KinopoiskId), nameof(Movie.TmdbId), nameof(Movie.WikidataId),
        nameof(Movie.Views), nameof(Movie.Plays), nameof(Movie.IsAvailable), nameof(Movie.IsActive), nameof(Movie.MergedIntoId),
        nameof(Movie.TakenDownAt), nameof(Movie.AddedAt), nameof(Movie.Revision), nameof(Movie.LockedFields), nameof(Movie.Facts),
    ];

    /// <summary>All columns but the id.</summary>
    public static void Write(RowWriter row, Movie movie)
    {
        row.Text(movie.Title);
        row.Text(movie.OriginalTitle);
        row.Text(NameList.Write(movie.OtherTitles));
        row.Int(movie.Year);
        row.Text(movie.Description);
        row.Text(movie.ImageUrl);
        row.Text(movie.ThumbnailUrl);
        row.Int(movie.DurationSeconds);
        row.Real(movie.Rating);
        row.Int(movie.AgeRating);
        row.Text(NameList.Write(movie.Genres));
        row.Text(NameList.Write(movie.Countries));
        row.Text(NameList.Write(movie.Directors));
        row.Text(NameList.Write(movie.Sources));
        row.Text(movie.ImdbId);
        row.Text(movie.KinopoiskId);
        row.Text(movie.TmdbId);
        row.Text(movie.WikidataId);
        row.Long(movie.Views);
        row.Long(movie.Plays);
        row.Flag(movie.IsAvailable);
        row.Flag(movie.IsActive);
        row.Int(movie.MergedIntoId);
        row.Time(movie.TakenDownAt);
        row.Time(movie.AddedAt);
        row.Long(movie.Revision);
        row.Int((int)movie.LockedFields);
        row.Text(RegistryWords.Write(movie.Facts));
    }

    /// <summary>All columns.</summary>
    public static Movie Read(RowReader row) => new()
    {
        Id = row.Int(),
        Title = row.Text(),
        OriginalTitle = row.TextOrNull(),
        OtherTitles = NameList.Read(row.Text()),
        Year = row.IntOrNull(),
        Description = row.TextOrNull(),
        ImageUrl = row.TextOrNull(),
        ThumbnailUrl = row.TextOrNull(),
        DurationSeconds = row.IntOrNull(),
        Rating = row.RealOrNull(),
        AgeRating = row.IntOrNull(),
        Genres = NameList.Read(row.Text()),
        Countries = NameList.Read(row.Text()),
        Directors = NameList.Read(row.Text()),
        Sources = NameList.Read(row.Text()),
        ImdbId = row.TextOrNull(),
        KinopoiskId = row.TextOrNull(),
        TmdbId = row.TextOrNull(),
        WikidataId = row.TextOrNull(),
        Views = row.Long(),
        Plays = row.Long(),
        IsAvailable = row.Flag(),
        IsActive = row.Flag(),
        MergedIntoId = row.IntOrNull(),
        TakenDownAt = row.TimeOrNull(),
        AddedAt = row.Time(),
        Revision = row.Long(),
        LockedFields = (MovieFields)row.Int(),
        Facts = RegistryWords.Read(row.TextOrNull()),
    };
}
