using Hosts;
using Metadata.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Metadata.Tests.Data;

public sealed class MigrationTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("onlinecinema-migrations-").FullName;

    public static TheoryData<string> Databases => new("SQLite", "PostgreSQL");

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_model_has_no_changes_without_a_migration(string database)
    {
        await using var services = Services(database);
        await using var scope = services.CreateAsyncScope();

        Assert.False(scope.ServiceProvider.GetRequiredService<MoviesDb>().Database.HasPendingModelChanges());
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Replicas_that_start_together_migrate_once(string database)
    {
        await using var services = Services(database);
        var migrator = services.GetRequiredService<DatabaseMigrator>();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => migrator.MigrateAsync(CancellationToken.None)));

        await using var scope = services.CreateAsyncScope();
        Assert.Empty(await scope.ServiceProvider.GetRequiredService<MoviesDb>().Database.GetPendingMigrationsAsync());
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_newer_schema_is_refused_with_its_name(string database)
    {
        await using var services = Services(database);
        var migrator = services.GetRequiredService<DatabaseMigrator>();
        await migrator.MigrateAsync(CancellationToken.None);
        await using (var scope = services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<MoviesDb>().Database.ExecuteSqlAsync(
                $"""INSERT INTO "__EFMigrationsHistory" VALUES ('20990101000000_Future', '99.0.0')""");
        }

        var refusal = await Assert.ThrowsAsync<UnusableCatalogueException>(() => migrator.MigrateAsync(CancellationToken.None));

        Assert.Contains("20990101000000_Future", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("newer version", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_kept()
    {
        var file = Path.Combine(_directory, "movies.db");
        await File.WriteAllTextAsync(file, new string('x', 10_000));
        await using var services = Services("SQLite");

        var refusal = await Assert.ThrowsAsync<UnusableCatalogueException>(
            () => services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None));

        Assert.Contains(file, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(10_000, new FileInfo(file).Length);
    }

    [Fact]
    public async Task Sqlite_keeps_what_it_has_answered()
    {
        await using var services = Services("SQLite");
        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<MoviesDb>().Database;

        var journal = await database.SqlQuery<string>($"SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync();
        var synchronous = await database.SqlQuery<int>($"SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync();

        Assert.Equal(("wal", 2), (journal, synchronous));
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private ServiceProvider Services(string database)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["DataDirectory"] = _directory,
            ["ConnectionStrings:Movies"] = database == "SQLite" ? "" : PostgresServer.Shared.CreateDatabase(),
        }).Build();
        return new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddMoviesDatabase(configuration).BuildServiceProvider();
    }
}
