using System.Diagnostics;
using Metadata.Ingesting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Metadata.Data;

/// <summary>The migrations that a database lacks.</summary>
internal sealed partial class PendingMigrations(DatabaseAddress address, ILogger<PendingMigrations> logger)
{
    /// <summary>An index over a million films takes minutes; whoever starts beside waits for it.</summary>
    public static readonly TimeSpan NoLimit = TimeSpan.Zero;

    /// <exception cref="UnusableCatalogueException">A newer version has written the database.</exception>
    public async Task<IReadOnlyList<string>> ListAsync(MoviesDb db, CancellationToken cancellationToken)
    {
        var known = db.Database.GetMigrations().ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        return applied.Except(known, StringComparer.Ordinal).ToList() is { Count: > 0 } newer
            ? throw new UnusableCatalogueException(
                $"The catalogue in {address} was written by a newer version of OnlineCinema (its schema has "
                + $"{string.Join(", ", newer)}; this version ends with {known[^1]}). Start the newer version, or restore "
                + "a backup made before the upgrade.")
            : [.. known.Except(applied, StringComparer.Ordinal)];
    }

    /// <summary>Applies them, and completes what a migration in SQL cannot. Does no harm where nothing is missing.</summary>
    public async Task ApplyAsync(MoviesDb db, IReadOnlyList<string> pending, CancellationToken cancellationToken)
    {
        db.Database.SetCommandTimeout(NoLimit);
        var migrator = db.GetService<IMigrator>();
        foreach (var (index, migration) in pending.Index())
        {
            MigrationBegins(index + 1, pending.Count, migration);
            var began = Stopwatch.GetTimestamp();
            await migrator.MigrateAsync(migration, cancellationToken);
            MigrationEnded(migration, Stopwatch.GetElapsedTime(began).TotalSeconds);
        }

        await MatchKeyTable.FillAsync(db, cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "Migration {Number} of {Count}: {Migration}")]
    private partial void MigrationBegins(int number, int count, string migration);

    [LoggerMessage(LogLevel.Information, "{Migration} took {Seconds:0.0} s")]
    private partial void MigrationEnded(string migration, double seconds);
}
