extern alias metadata;

using System.Diagnostics;
using Benchmarks.Films;
using Metadata.Client;
using Microsoft.Data.Sqlite;
using MetadataSqlite = metadata::SqliteRuntime; // the Scraper compiles the same file in

namespace Benchmarks.Scenarios;

/// <summary>The yardstick of an ingest: how fast this machine's disk and SQLite take the same rows when nothing is done
/// with them.</summary>
internal static class BareSqlite
{
    private static readonly string[] Columns =
    [
        "source", "externalId", "sourceUrl", "rawTitle", "title", "originalTitle", "year", "imageUrl", "thumbnailUrl",
        "views", "publishedAt", "durationSeconds", "description", "genres", "countries", "directors", "rating",
        "ageRating", "embedUrl",
    ];

    public static double InsertPerSecond(FilmMaker films, int count)
    {
        var rows = Batches.Uploads(films, count).Select(Values).Chunk(MovieUpsert.MaxBatch).ToList();
        var directory = Directory.CreateTempSubdirectory("onlinecinema-bare-");
        try
        {
            using var database = Open(Path.Combine(directory.FullName, "bare.db"));
            var start = Stopwatch.GetTimestamp();
            Insert(database, rows);
            return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static SqliteConnection Open(string path)
    {
        MetadataSqlite.EnsureLoaded();
        var database = new SqliteConnection($"Data Source={path};Pooling=False");
        database.Open();
        Execute(database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        Execute(database, $"CREATE TABLE films (id INTEGER PRIMARY KEY, {string.Join(", ", Columns)});");
        Execute(database, "CREATE UNIQUE INDEX key ON films (source, externalId);");
        Execute(database, "CREATE INDEX title ON films (title);");
        Execute(database, "CREATE INDEX year ON films (year);");
        Execute(database, "CREATE INDEX views ON films (views);");
        return database;
    }

    private static void Insert(SqliteConnection database, List<object[][]> batches)
    {
        using var insert = database.CreateCommand();
        insert.CommandText =
            $"INSERT INTO films ({string.Join(", ", Columns)}) VALUES (@{string.Join(", @", Columns)});";
        foreach (var column in Columns)
        {
            insert.Parameters.Add(new SqliteParameter { ParameterName = $"@{column}" });
        }

        foreach (var batch in batches)
        {
            using var transaction = database.BeginTransaction();
            insert.Transaction = transaction;
            foreach (var row in batch)
            {
                for (var column = 0; column < row.Length; column++)
                {
                    insert.Parameters[column].Value = row[column];
                }

                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }
    }

    private static void Execute(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static object[] Values(MovieUpsert film) =>
    [
        film.Source, film.ExternalId, film.SourceUrl, film.RawTitle, film.Title, OrNull(film.OriginalTitle),
        OrNull(film.Year), OrNull(film.ImageUrl), OrNull(film.ThumbnailUrl), OrNull(film.Views),
        OrNull(film.PublishedAt?.ToUnixTimeSeconds()), OrNull(film.DurationSeconds), OrNull(film.Description),
        Names(film.Genres), Names(film.Countries), Names(film.Directors), OrNull(film.Rating), OrNull(film.AgeRating),
        OrNull(film.EmbedUrl),
    ];

    private static object OrNull(object? value) => value ?? DBNull.Value;

    private static object Names(IReadOnlyList<string>? names) => names is null ? DBNull.Value : string.Join('|', names);
}
