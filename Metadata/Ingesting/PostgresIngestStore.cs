using Metadata.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Metadata.Ingesting;

/// <summary>Bulk reading and writing in PostgreSQL: a question per batch with arrays for parameters, binary COPY for new
/// rows, and changes of known rows sent together.</summary>
internal sealed class PostgresIngestStore(MoviesDb db) : IngestStore
{
    private NpgsqlConnection Connection => (NpgsqlConnection)db.Database.GetDbConnection();

    public override Task<List<Video>> VideosAsync(
        IReadOnlyCollection<(string Source, string ExternalId)> ids, CancellationToken cancellationToken) => ReadAsync(
            $"""
            SELECT {Quoted(VideoRow.Columns, "v.")} FROM unnest($1, $2) AS k(source, id)
            JOIN "Videos" v ON v."Source" = k.source AND v."ExternalId" = k.id
            """,
            row => VideoRow.Read(row, FilmNumber.Only), cancellationToken,
            Array(NpgsqlDbType.Text, ids.Select(id => id.Source)), Array(NpgsqlDbType.Text, ids.Select(id => id.ExternalId)));

    public override async Task<HashSet<int>> MoviesAsync(
        IReadOnlyCollection<(long From, long To)> ranges, CancellationToken cancellationToken)
    {
        var ids = await ReadAsync(
            """SELECT m."MovieId" FROM unnest($1, $2) AS r(first, last) JOIN "MatchKeys" m ON m."Hash" BETWEEN r.first AND r.last""",
            row => row.Int(), cancellationToken,
            Array(NpgsqlDbType.Bigint, ranges.Select(range => range.From)), Array(NpgsqlDbType.Bigint, ranges.Select(range => range.To)));
        return [.. ids];
    }

    public override async Task<List<StoredFilm>> MatchAsync(IReadOnlyCollection<int> movieIds, CancellationToken cancellationToken)
    {
        var films = await FilmsAsync(
            movieIds, MatchRow.MovieColumns, MatchRow.ReadMovie, MatchRow.VideoColumns, MatchRow.ReadVideo, cancellationToken);
        return films.ConvertAll(movie => new StoredFilm(movie));
    }

    public override Task<List<Movie>> FilmsAsync(IReadOnlyCollection<int> movieIds, CancellationToken cancellationToken) => FilmsAsync(
        movieIds, MovieRow.Columns, MovieRow.Read, VideoRow.Columns, (row, movie) => VideoRow.Read(row, _ => movie), cancellationToken);

    public override Task<List<ReviewPair>> ReviewsAsync(IReadOnlyCollection<int> videoIds, CancellationToken cancellationToken) => ReadAsync(
        $"""SELECT {Quoted(ReviewRow.Columns)} FROM "Reviews" WHERE "VideoId" = ANY($1)""", ReviewRow.Read, cancellationToken,
        Array(NpgsqlDbType.Integer, videoIds));

    public override async Task<(IReadOnlyList<int> Movies, IReadOnlyList<int> Videos)> ReserveAsync(
        int movies, int videos, CancellationToken cancellationToken) =>
        (await NextAsync("Movies", movies, cancellationToken), await NextAsync("Videos", videos, cancellationToken));

    public override async Task WriteAsync(IngestChanges changes, CancellationToken cancellationToken)
    {
        await CopyAsync("Movies", MovieRow.Columns, changes.NewMovies, (row, movie) =>
        {
            row.Int(movie.Id);
            MovieRow.Write(row, movie);
        }, cancellationToken);
        await CopyAsync("Videos", VideoRow.Columns, changes.NewVideos, (row, video) =>
        {
            row.Int(video.Id);
            VideoRow.Write(row, video);
        }, cancellationToken);
        await CopyAsync("MatchKeys", [nameof(MatchKey.Hash), nameof(MatchKey.MovieId)], changes.NewKeys, WriteKey, cancellationToken);
        await CopyAsync("JournalChanges", JournalRow.Columns, changes.Journal, JournalRow.Write, cancellationToken);
        await CopyAsync("Reviews", ReviewRow.NewColumns, changes.NewReviews, ReviewRow.Write, cancellationToken);
        await WriteViewsAsync(changes, cancellationToken);
        await using var batch = new NpgsqlBatch(Connection);
        Add(batch, UpdateSql("Movies", MovieRow.Columns, '$'), changes.ChangedMovies, (row, movie) =>
        {
            MovieRow.Write(row, movie);
            row.Int(movie.Id);
        });
        Add(batch, UpdateSql("Videos", VideoRow.Columns, '$'), changes.ChangedVideos, (row, video) =>
        {
            VideoRow.Write(row, video);
            row.Int(video.Id);
        });
        Add(batch, """DELETE FROM "MatchKeys" WHERE "Hash" = $1 AND "MovieId" = $2""", changes.GoneKeys, WriteKey);
        Add(batch, ReviewRow.SettleSql("$"), changes.SettledReviews, ReviewRow.WriteState);
        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static void WriteKey(RowWriter row, (long Hash, int MovieId) key)
    {
        row.Long(key.Hash);
        row.Int(key.MovieId);
    }

    private static NpgsqlParameter Array<T>(NpgsqlDbType type, IEnumerable<T> values) =>
        new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type };

    private static void Add<T>(NpgsqlBatch batch, string sql, List<T> rows, Action<RowWriter, T> write)
    {
        foreach (var row in rows)
        {
            var command = new NpgsqlBatchCommand(sql);
            write(new PostgresParameters(command.Parameters), row);
            batch.BatchCommands.Add(command);
        }
    }

    private async Task WriteViewsAsync(IngestChanges changes, CancellationToken cancellationToken)
    {
        if (changes.ViewedMovies.Count > 0)
        {
            await ReadAsync(
                """
                UPDATE "Movies" m SET "Views" = n.views, "Revision" = n.revision
                FROM unnest($1, $2, $3) AS n(id, views, revision) WHERE m."Id" = n.id
                """,
                _ => 0, cancellationToken, Array(NpgsqlDbType.Integer, changes.ViewedMovies.Select(movie => movie.Id)),
                Array(NpgsqlDbType.Bigint, changes.ViewedMovies.Select(movie => movie.Views)),
                Array(NpgsqlDbType.Bigint, changes.ViewedMovies.Select(movie => movie.Revision)));
        }

        if (changes.ViewedVideos.Count > 0)
        {
            await ReadAsync(
                """UPDATE "Videos" v SET "Views" = n.views FROM unnest($1, $2) AS n(id, views) WHERE v."Id" = n.id""",
                _ => 0, cancellationToken, Array(NpgsqlDbType.Integer, changes.ViewedVideos.Select(video => video.Id)),
                Array(NpgsqlDbType.Bigint, changes.ViewedVideos.Select(video => video.Views)));
        }
    }

    private async Task<List<Movie>> FilmsAsync(
        IReadOnlyCollection<int> ids, IReadOnlyList<string> movieColumns, Func<RowReader, Movie> readMovie,
        IReadOnlyList<string> videoColumns, Func<RowReader, Movie, Video> readVideo, CancellationToken cancellationToken)
    {
        var wanted = Array(NpgsqlDbType.Integer, ids);
        var movies = await ReadAsync(
            $"""SELECT {Quoted(movieColumns)} FROM "Movies" WHERE "Id" = ANY($1)""", readMovie, cancellationToken, wanted);
        var byId = movies.ToDictionary(movie => movie.Id);
        var videos = await ReadAsync(
            $"""SELECT "MovieId", {Quoted(videoColumns)} FROM "Videos" WHERE "MovieId" = ANY($1) ORDER BY "Id" """,
            row => readVideo(row, byId[row.Int()]), cancellationToken, wanted.Clone());
        videos.ForEach(video => video.Movie.Videos.Add(video));
        return movies;
    }

    private async Task<IReadOnlyList<int>> NextAsync(string table, int count, CancellationToken cancellationToken) =>
        count == 0 ? [] : await ReadAsync(
            $"""SELECT nextval(pg_get_serial_sequence('"{table}"', 'Id'))::int FROM generate_series(1, $1)""",
            row => row.Int(), cancellationToken, new NpgsqlParameter { Value = count, NpgsqlDbType = NpgsqlDbType.Integer });

    private async Task<List<T>> ReadAsync<T>(
        string sql, Func<RowReader, T> read, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, Connection);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var row = new PostgresRow(reader);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(row.Start()));
        }

        return rows;
    }

    private async Task CopyAsync<T>(
        string table, IReadOnlyList<string> columns, List<T> rows, Action<RowWriter, T> write, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return;
        }

        await using var importer = await Connection.BeginBinaryImportAsync(
            $"""COPY "{table}" ({Quoted(columns)}) FROM STDIN (FORMAT BINARY)""", cancellationToken);
        var row = new PostgresCopyRow(importer);
        foreach (var one in rows)
        {
            await importer.StartRowAsync(cancellationToken);
            write(row, one);
        }

        await importer.CompleteAsync(cancellationToken);
    }
}
