using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Metadata.Data;

/// <summary>The catalogue. Each provider's own context carries its migrations.</summary>
internal abstract class MoviesDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<Movie> Movies => Set<Movie>();

    public DbSet<Video> Videos => Set<Video>();

    public DbSet<MatchKey> MatchKeys => Set<MatchKey>();

    public DbSet<ReviewPair> Reviews => Set<ReviewPair>();

    public DbSet<ImportExclusion> Exclusions => Set<ImportExclusion>();

    public DbSet<JournalSet> JournalSets => Set<JournalSet>();

    public DbSet<JournalChange> JournalChanges => Set<JournalChange>();

    public DbSet<BatchReceipt> Receipts => Set<BatchReceipt>();

    public DbSet<CatalogueState> State => Set<CatalogueState>();

    /// <summary>Makes this transaction the only writer until it ends.</summary>
    public abstract Task LockForWritingAsync(CancellationToken cancellationToken);

    /// <summary>From here to the end of what is returned this context sees the catalogue as it is now, and hinders no
    /// writer.</summary>
    public abstract Task<IAsyncDisposable> BeginSnapshotAsync(CancellationToken cancellationToken);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<List<string>>().HaveConversion<NameList, NameListComparer>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => MovieModel.Describe(modelBuilder);
}

internal sealed class SqliteMoviesDb(DbContextOptions<SqliteMoviesDb> options) : MoviesDb(options)
{
    // A SQLite transaction begins "immediate": it is the only writer from its first moment.
    public override Task LockForWritingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // EF Core's own transactions take the writer's place. The snapshot is taken by the first read, so that is made here.
    public override async Task<IAsyncDisposable> BeginSnapshotAsync(CancellationToken cancellationToken)
    {
        await Database.OpenConnectionAsync(cancellationToken);
        var transaction = ((SqliteConnection)Database.GetDbConnection()).BeginTransaction(deferred: true);
        await Database.UseTransactionAsync(transaction, cancellationToken);
        await State.AsNoTracking().SingleAsync(cancellationToken);
        return transaction;
    }

    // SQLite has no time type that sorts; ticks do.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
    }

    private sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
        time => time.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}

internal sealed class PostgresMoviesDb(DbContextOptions<PostgresMoviesDb> options) : MoviesDb(options)
{
    private const long WriterLock = 0x6F63_6D6F_7669_6573;

    // The planner takes ranges of match keys for much larger than they are, and would compile and parallelize the question.
    public override Task LockForWritingAsync(CancellationToken cancellationToken) => Database.ExecuteSqlAsync(
        $"""
        SELECT pg_advisory_xact_lock({WriterLock}),
            set_config('jit', 'off', true), set_config('max_parallel_workers_per_gather', '0', true)
        """, cancellationToken);

    public override async Task<IAsyncDisposable> BeginSnapshotAsync(CancellationToken cancellationToken)
    {
        var transaction = await Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await State.AsNoTracking().SingleAsync(cancellationToken);
        return transaction;
    }
}
