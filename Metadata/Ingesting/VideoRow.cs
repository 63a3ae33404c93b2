using Metadata.Client;
using Metadata.Data;

namespace Metadata.Ingesting;

/// <summary>An upload as a row.</summary>
internal static class VideoRow
{
    /// <summary>The id first, then in the order of <see cref="Write"/>.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        nameof(Video.Id), nameof(Video.MovieId), nameof(Video.Source), nameof(Video.ExternalId), nameof(Video.SourceUrl),
        nameof(Video.RawTitle), nameof(Video.Title), nameof(Video.OriginalTitle), nameof(Video.AlternativeTitles),
        nameof(Video.Year), nameof(Video.Description), nameof(Video.ImageUrl), nameof(Video.ThumbnailUrl), nameof(Video.Views),
        nameof(Video.PublishedAt), nameof(Video.DurationSeconds), nameof(Video.Genres), nameof(Video.Countries),
        nameof(Video.Directors), nameof(Video.Rating), nameof(Video.AgeRating), nameof(Video.EmbedUrl), nameof(Video.StreamUrl),
        nameof(Video.Quality), nameof(Video.Language), nameof(Video.AuthorName), nameof(Video.AuthorUrl), nameof(Video.ImdbId),
        nameof(Video.KinopoiskId), nameof(Video.TmdbId), nameof(Video.WikidataId), nameof(Video.Availability),
        nameof(Video.CheckedAt), nameof(Video.PinnedMovieId), nameof(Video.MatchCode), nameof(Video.ExclusionId),
    ];

    /// <summary>All columns but the id.</summary>
    public static void Write(RowWriter row, Video video)
    {
        row.Int(video.MovieId);
        row.Text(video.Source);
        row.Text(video.ExternalId);
        row.Text(video.SourceUrl);
        row.Text(video.RawTitle);
        row.Text(video.Title);
        row.Text(video.OriginalTitle);
        row.Text(NameList.Write(video.AlternativeTitles));
        row.Int(video.Year);
        row.Text(video.Description);
        row.Text(video.ImageUrl);
        row.Text(video.ThumbnailUrl);
        row.Long(video.Views);
        row.Time(video.PublishedAt);
        row.Int(video.DurationSeconds);
        row.Text(NameList.Write(video.Genres));
        row.Text(NameList.Write(video.Countries));
        row.Text(NameList.Write(video.Directors));
        row.Real(video.Rating);
        row.Int(video.AgeRating);
        row.Text(video.EmbedUrl);
        row.Text(video.StreamUrl);
        row.Text(video.Quality);
        row.Text(video.Language);
        row.Text(video.AuthorName);
        row.Text(video.AuthorUrl);
        row.Text(video.ImdbId);
        row.Text(video.KinopoiskId);
        row.Text(video.TmdbId);
        row.Text(video.WikidataId);
        row.Text(video.Availability.ToString());
        row.Time(video.CheckedAt);
        row.Int(video.PinnedMovieId);
        row.Text(video.MatchCode);
        row.Int(video.ExclusionId);
    }

    /// <summary>All columns.</summary>
    /// <param name="row">The row.</param>
    /// <param name="movieOf">Gives the film of an id.</param>
    public static Video Read(RowReader row, Func<int, Movie> movieOf)
    {
        var id = row.Int();
        var movieId = row.Int();
        return new Video
        {
            Id = id,
            MovieId = movieId,
            Movie = movieOf(movieId),
            Source = row.Text(),
            ExternalId = row.Text(),
            SourceUrl = row.Text(),
            RawTitle = row.Text(),
            Title = row.Text(),
            OriginalTitle = row.TextOrNull(),
            AlternativeTitles = NameList.Read(row.Text()),
            Year = row.IntOrNull(),
            Description = row.TextOrNull(),
            ImageUrl = row.TextOrNull(),
            ThumbnailUrl = row.TextOrNull(),
            Views = row.Long(),
            PublishedAt = row.TimeOrNull(),
            DurationSeconds = row.IntOrNull(),
            Genres = NameList.Read(row.Text()),
            Countries = NameList.Read(row.Text()),
            Directors = NameList.Read(row.Text()),
            Rating = row.RealOrNull(),
            AgeRating = row.IntOrNull(),
            EmbedUrl = row.TextOrNull(),
            StreamUrl = row.TextOrNull(),
            Quality = row.TextOrNull(),
            Language = row.TextOrNull(),
            AuthorName = row.TextOrNull(),
            AuthorUrl = row.TextOrNull(),
            ImdbId = row.TextOrNull(),
            KinopoiskId = row.TextOrNull(),
            TmdbId = row.TextOrNull(),
            WikidataId = row.TextOrNull(),
            Availability = Enum.Parse<Availability>(row.Text()),
            CheckedAt = row.TimeOrNull(),
            PinnedMovieId = row.IntOrNull(),
            MatchCode = row.Text(),
            ExclusionId = row.IntOrNull(),
        };
    }
}
