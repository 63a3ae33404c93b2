using Metadata.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Metadata.Tests.Data;

public sealed class SqliteMigrationTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("onlinecinema-migrations-").FullName;

    private string MoviesFile => Path.Combine(_directory, "movies.db");

    [Fact]
    public async Task A_first_start_leaves_the_file_alone_without_a_backup()
    {
        await MigrateAsync();

        Assert.Equal(["movies.db", "movies.db.lock"], Files());
    }

    [Fact]
    public async Task A_start_with_nothing_to_migrate_makes_no_backup()
    {
        await MigrateAsync();

        await MigrateAsync();

        Assert.Equal(["movies.db", "movies.db.lock"], Files());
    }

    [Fact]
    public async Task A_migration_keeps_what_was_there_and_a_backup_of_it()
    {
        await MigrateAsync();
        Execute(MoviesFile, """CREATE TABLE "Kept" ("Value" TEXT); INSERT INTO "Kept" VALUES ('film')""");

        await MigrateToAsync<Rebuild>();

        Assert.Equal("film", Execute(MoviesFile, """SELECT "Value" FROM "Kept" """));
        Assert.Equal("wal", Execute(MoviesFile, "PRAGMA journal_mode"));
        var backup = Assert.Single(Directory.GetFiles(_directory, "movies.db.*.backup"));
        Assert.Equal("film", Execute(backup, """SELECT "Value" FROM "Kept" """));
        Assert.Equal(0L, Execute(backup, """SELECT count(*) FROM "__EFMigrationsHistory" WHERE "MigrationId" LIKE '2099%'"""));
    }

    [Fact]
    public async Task A_migration_that_fails_halfway_leaves_the_catalogue_as_it_was_and_names_the_backup()
    {
        await MigrateAsync();
        Execute(MoviesFile, """CREATE TABLE "Kept" ("Value" TEXT); INSERT INTO "Kept" VALUES ('film')""");

        var refusal = await Assert.ThrowsAsync<UnusableCatalogueException>(() => MigrateToAsync<Broken>());

        var backup = Assert.Single(Directory.GetFiles(_directory, "movies.db.*.backup"));
        Assert.Contains(backup, refusal.Message, StringComparison.Ordinal);
        Assert.Equal("film", Execute(MoviesFile, """SELECT "Value" FROM "Kept" """));
        await MigrateAsync();
    }

    [Fact]
    public async Task The_last_backups_are_kept()
    {
        await MigrateAsync();
        foreach (var year in Enumerable.Range(2020, 5))
        {
            await File.WriteAllTextAsync($"{MoviesFile}.{year}0101T000000Z-before-Init.backup", "");
        }

        Execute(MoviesFile, """CREATE TABLE "Kept" ("Value" TEXT)""");
        await MigrateToAsync<Rebuild>();

        var left = Directory.GetFiles(_directory, "*.backup").Order(StringComparer.Ordinal).ToList();
        Assert.Equal(SqliteBackups.Kept, left.Count);
        Assert.EndsWith("20230101T000000Z-before-Init.backup", left[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_another_process_has_open_is_not_migrated()
    {
        await MigrateAsync();
        await using var other = new SqliteConnection($"Data Source={MoviesFile};Pooling=False");
        other.Open();
        using var reading = other.CreateCommand();
        reading.CommandText = """SELECT count(*) FROM "Movies" """;
        reading.ExecuteScalar();

        var refusal = await Assert.ThrowsAsync<UnusableCatalogueException>(() => MigrateToAsync<Rebuild>());

        Assert.Contains("another process has it open", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_to_the_file_stays_a_link()
    {
        await MigrateAsync();
        Execute(MoviesFile, """CREATE TABLE "Kept" ("Value" TEXT)""");
        var elsewhere = Path.Combine(_directory, "elsewhere.db");
        File.Move(MoviesFile, elsewhere);
        File.CreateSymbolicLink(MoviesFile, elsewhere);

        await MigrateToAsync<Rebuild>();

        Assert.Equal(elsewhere, new FileInfo(MoviesFile).LinkTarget);
        Assert.Equal(1L, Execute(elsewhere, """SELECT count(*) FROM "__EFMigrationsHistory" WHERE "MigrationId" LIKE '2099%'"""));
    }

    [Fact]
    public async Task What_a_killed_migration_left_does_not_block_the_next_start()
    {
        await MigrateAsync();
        Execute(MoviesFile,
            """
            CREATE TABLE "Kept" ("Value" TEXT);
            CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT);
            INSERT OR REPLACE INTO "__EFMigrationsLock" VALUES (1, '2020-01-01');
            """);
        await File.WriteAllTextAsync($"{MoviesFile}.migrating", "half a copy");
        await File.WriteAllTextAsync($"{MoviesFile}.migrating-journal", "a log of the copy");
        await File.WriteAllTextAsync($"{MoviesFile}.copying", "half a backup");

        await MigrateToAsync<Rebuild>().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(["movies.db", "movies.db.lock"], Files().FindAll(file => !file.EndsWith(".backup", StringComparison.Ordinal)));
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private List<string> Files() => [.. Directory.GetFiles(_directory).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private Task MigrateAsync() => MigrateAsync(_ => { });

    private Task MigrateToAsync<TNext>()
        where TNext : Migration =>
        MigrateAsync(options => options.ReplaceService<IMigrationsAssembly, NextVersion<TNext>>());

    private async Task MigrateAsync(Action<DbContextOptionsBuilder> version)
    {
        // A wait for another process's lock ends soon.
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            [KeyValuePair.Create("ConnectionStrings:Movies", (string?)$"Data Source={MoviesFile};Default Timeout=1")]).Build();
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddMoviesDatabase(configuration).ConfigureDbContext<SqliteMoviesDb>(version).BuildServiceProvider();
        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
    }

    private static object? Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
