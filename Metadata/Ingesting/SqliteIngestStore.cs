using Metadata.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Ingesting;

/// <summary>Bulk reading and writing in SQLite: statements prepared once a batch and run row by row, which is as fast as
/// SQLite goes, since there is no server to travel to.</summary>
internal sealed class SqliteIngestStore(MoviesDb db) : IngestStore
{
    private const string Placeholder = "?";

    private SqliteConnection Connection => (SqliteConnection)db.Database.GetDbConnection();

    public override Task<List<Video>> VideosAsync(
        IReadOnlyCollection<(string Source, string ExternalId)> ids, CancellationToken cancellationToken)
    {
        var videos = new List<Video>();
        using var read = Prepare($"""SELECT {Quoted(VideoRow.Columns)} FROM "Videos" WHERE "Source" = ?1 AND "ExternalId" = ?2""");
        foreach (var (source, externalId) in ids)
        {
            read.Text(source);
            read.Text(externalId);
            while (read.Read())
            {
                videos.Add(VideoRow.Read(read.Row, FilmNumber.Only));
            }
        }

        return Task.FromResult(videos);
    }

    public override Task<HashSet<int>> MoviesAsync(IReadOnlyCollection<(long From, long To)> ranges, CancellationToken cancellationToken)
    {
        var ids = new HashSet<int>();
        using var read = Prepare("""SELECT "MovieId" FROM "MatchKeys" WHERE "Hash" BETWEEN ?1 AND ?2""");
        foreach (var (from, to) in ranges)
        {
            read.Long(from);
            read.Long(to);
            while (read.Read())
            {
                ids.Add(read.Row.Int());
            }
        }

        return Task.FromResult(ids);
    }

    public override Task<List<StoredFilm>> MatchAsync(IReadOnlyCollection<int> movieIds, CancellationToken cancellationToken) =>
        Task.FromResult(Films(movieIds, MatchRow.MovieColumns, MatchRow.ReadMovie, MatchRow.VideoColumns, MatchRow.ReadVideo)
            .ConvertAll(movie => new StoredFilm(movie)));

    public override Task<List<Movie>> FilmsAsync(IReadOnlyCollection<int> movieIds, CancellationToken cancellationToken) =>
        Task.FromResult(Films(movieIds, MovieRow.Columns, MovieRow.Read, VideoRow.Columns, (row, movie) => VideoRow.Read(row, _ => movie)));

    public override Task<List<ReviewPair>> ReviewsAsync(IReadOnlyCollection<int> videoIds, CancellationToken cancellationToken)
    {
        var reviews = new List<ReviewPair>();
        using var read = Prepare($"""SELECT {Quoted(ReviewRow.Columns)} FROM "Reviews" WHERE "VideoId" = ?1""");
        foreach (var id in videoIds)
        {
            read.Int(id);
            while (read.Read())
            {
                reviews.Add(ReviewRow.Read(read.Row));
            }
        }

        return Task.FromResult(reviews);
    }

    public override Task<(IReadOnlyList<int> Movies, IReadOnlyList<int> Videos)> ReserveAsync(
        int movies, int videos, CancellationToken cancellationToken) =>
        Task.FromResult<(IReadOnlyList<int>, IReadOnlyList<int>)>((Next("Movies", movies), Next("Videos", videos)));

    public override Task WriteAsync(IngestChanges changes, CancellationToken cancellationToken)
    {
        Insert("Movies", MovieRow.Columns, changes.NewMovies, (row, movie) =>
        {
            row.Int(movie.Id);
            MovieRow.Write(row, movie);
        });
        Insert("Videos", VideoRow.Columns, changes.NewVideos, (row, video) =>
        {
            row.Int(video.Id);
            VideoRow.Write(row, video);
        });
        Insert("MatchKeys", [nameof(MatchKey.Hash), nameof(MatchKey.MovieId)], changes.NewKeys, WriteKey);
        Insert("JournalChanges", JournalRow.Columns, changes.Journal, JournalRow.Write);
        Insert("Reviews", ReviewRow.NewColumns, changes.NewReviews, ReviewRow.Write);
        Run(UpdateSql("Movies", MovieRow.Columns, '?'), changes.ChangedMovies, (row, movie) =>
        {
            MovieRow.Write(row, movie);
            row.Int(movie.Id);
        });
        Run(UpdateSql("Videos", VideoRow.Columns, '?'), changes.ChangedVideos, (row, video) =>
        {
            VideoRow.Write(row, video);
            row.Int(video.Id);
        });
        Run("""UPDATE "Movies" SET "Views" = ?1, "Revision" = ?2 WHERE "Id" = ?3""", changes.ViewedMovies, (row, movie) =>
        {
            row.Long(movie.Views);
            row.Long(movie.Revision);
            row.Int(movie.Id);
        });
        Run("""UPDATE "Videos" SET "Views" = ?1 WHERE "Id" = ?2""", changes.ViewedVideos, (row, video) =>
        {
            row.Long(video.Views);
            row.Int(video.Id);
        });
        Run("""DELETE FROM "MatchKeys" WHERE "Hash" = ?1 AND "MovieId" = ?2""", changes.GoneKeys, WriteKey);
        Run(ReviewRow.SettleSql("?"), changes.SettledReviews, ReviewRow.WriteState);
        return Task.CompletedTask;
    }

    private static void WriteKey(RowWriter row, (long Hash, int MovieId) key)
    {
        row.Long(key.Hash);
        row.Int(key.MovieId);
    }

    private List<Movie> Films(
        IReadOnlyCollection<int> ids, IReadOnlyList<string> movieColumns, Func<RowReader, Movie> readMovie,
        IReadOnlyList<string> videoColumns, Func<RowReader, Movie, Video> readVideo)
    {
        var movies = new List<Movie>(ids.Count);
        using var movieById = Prepare($"""SELECT {Quoted(movieColumns)} FROM "Movies" WHERE "Id" = ?1""");
        using var videosByMovie = Prepare($"""SELECT {Quoted(videoColumns)} FROM "Videos" WHERE "MovieId" = ?1""");
        foreach (var id in ids)
        {
            movieById.Int(id);
            while (movieById.Read())
            {
                movies.Add(readMovie(movieById.Row));
            }
        }

        foreach (var movie in movies)
        {
            videosByMovie.Int(movie.Id);
            while (videosByMovie.Read())
            {
                movie.Videos.Add(readVideo(videosByMovie.Row, movie));
            }
        }

        return movies;
    }

    // Under the writer's turn nobody else takes a number, and inserting them moves SQLite's own counter on.
    private int[] Next(string table, int count)
    {
        using var read = Prepare("""SELECT "seq" FROM "sqlite_sequence" WHERE "name" = ?1""");
        read.Text(table);
        var last = 0;
        while (read.Read())
        {
            last = read.Row.Int();
        }

        return [.. Enumerable.Range(last + 1, count)];
    }

    private void Insert<T>(string table, IReadOnlyList<string> columns, List<T> rows, Action<RowWriter, T> write) => Run(
        $"""INSERT INTO "{table}" ({Quoted(columns)}) VALUES ({string.Join(", ", columns.Select(_ => Placeholder))})""", rows, write);

    private void Run<T>(string sql, List<T> rows, Action<RowWriter, T> write)
    {
        if (rows.Count == 0)
        {
            return;
        }

        using var statement = Prepare(sql);
        foreach (var row in rows)
        {
            write(statement, row);
            statement.Run();
        }
    }

    private SqliteStatement Prepare(string sql) => new(Connection, sql);
}
