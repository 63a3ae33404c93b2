using Faults.Rig;
using Metadata.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Faults.Migrating;

/// <summary>A catalogue as the first version of the schema kept it.</summary>
internal static class OlderCatalogue
{
    public const int Films = 10_000;
    public const string Genre = "драма";

    private const string Columns =
        """
        INSERT INTO "Movies" ("Title", "OtherTitles", "Year", "Views", "IsAvailable", "IsActive", "AddedAt", "LockedFields",
            "TitleKey", "SortTitle", "OtherTitleWords", "SearchWords")
        """;

    private static readonly string Sqlite =
        $"""
        PRAGMA journal_mode = WAL;
        WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < {Films})
        {Columns} SELECT 'Фильм ' || n, '[]', 1990, n, 1, 1, 638000000000000000, 0, 'фильм' || n, 'фильм ' || n, '', '' FROM n;
        INSERT INTO "Tags" ("MovieId", "Kind", "Key", "Name", "Position") SELECT "Id", 0, '{Genre}', '{Genre}', 0 FROM "Movies";
        """;

    private static readonly string Postgres =
        $"""
        {Columns} SELECT 'Фильм ' || n, ARRAY[]::text[], 1990, n, true, true, now(), 0, 'фильм' || n, 'фильм ' || n, '', ''
        FROM generate_series(1, {Films}) AS n;
        INSERT INTO "Tags" ("MovieId", "Kind", "Key", "Name", "Position") SELECT "Id", 0, '{Genre}', '{Genre}', 0 FROM "Movies";
        """;

    public static async Task MakeAsync(Installation installation)
    {
        await using var services = Database.Of(installation.Settings["ConnectionStrings__Movies"], installation.DataDirectory);
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<MoviesDb>().Database;
        await database.GetService<IMigrator>().MigrateAsync(database.GetMigrations().First());
        await database.ExecuteSqlRawAsync(database.IsSqlite() ? Sqlite : Postgres);
        SqliteConnection.ClearAllPools();
    }
}
