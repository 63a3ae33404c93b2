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

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<List<string>>().HaveConversion<NameList, NameListComparer>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => MovieModel.Describe(modelBuilder);
}

internal sealed class SqliteMoviesDb(DbContextOptions<SqliteMoviesDb> options) : MoviesDb(options)
{
    // A SQLite transaction begins "immediate": it is the only writer from its first moment.
    public override Task LockForWritingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

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

    public override Task LockForWritingAsync(CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({WriterLock})", cancellationToken);
}
