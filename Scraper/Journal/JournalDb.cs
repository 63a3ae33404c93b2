using Microsoft.EntityFrameworkCore;

namespace Scraper.Journal;

/// <summary>The Scraper's own database: what ran, what was read, what still has to be sent.</summary>
internal abstract class JournalDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<Run> Runs => Set<Run>();

    public DbSet<RunPage> Pages => Set<RunPage>();

    public DbSet<Reject> Rejects => Set<Reject>();

    public DbSet<ReviewItem> Review => Set<ReviewItem>();

    public DbSet<OutboxEntry> Outbox => Set<OutboxEntry>();

    public DbSet<Lease> Leases => Set<Lease>();

    public DbSet<RunOrder> Orders => Set<RunOrder>();

    public DbSet<PausedJob> PausedJobs => Set<PausedJob>();

    public DbSet<LinkAnswer> LinkAnswers => Set<LinkAnswer>();

    public DbSet<StarterLoad> StarterLoads => Set<StarterLoad>();

    public DbSet<HostPace> Paces => Set<HostPace>();

    public DbSet<RobotsCopy> Robots => Set<RobotsCopy>();

    public DbSet<SourceStanding> Standings => Set<SourceStanding>();

    public DbSet<FetchedUrl> FetchedUrls => Set<FetchedUrl>();

    public DbSet<SentUpsert> SentUpserts => Set<SentUpsert>();

    public DbSet<SeenVideo> SeenVideos => Set<SeenVideo>();

    public DbSet<TargetMark> TargetMarks => Set<TargetMark>();

    public DbSet<RunProfile> Profiles => Set<RunProfile>();

    public DbSet<WikidataName> WikidataNames => Set<WikidataName>();

    public DbSet<RegistryRest> RegistryRests => Set<RegistryRest>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Run>(run =>
        {
            run.Property(r => r.Source).HasMaxLength(100);
            run.Property(r => r.Status).HasConversion<string>().HasMaxLength(20);
            run.Property(r => r.Drift).HasConversion<string>().HasMaxLength(20);
            run.HasIndex(r => new { r.Source, r.Id });
        });
        modelBuilder.Entity<RunPage>(page =>
        {
            page.HasKey(p => new { p.RunId, p.Number });
            page.HasOne<Run>().WithMany().HasForeignKey(p => p.RunId);
        });
        modelBuilder.Entity<Reject>().HasOne<Run>().WithMany().HasForeignKey(reject => reject.RunId);
        modelBuilder.Entity<ReviewItem>(item =>
        {
            item.HasIndex(i => new { i.Source, i.ExternalId }).IsUnique();
            item.Property(i => i.Decision).HasConversion<string>().HasMaxLength(20);
            item.HasOne<Run>().WithMany().HasForeignKey(i => i.RunId);
        });
        modelBuilder.Entity<OutboxEntry>(entry =>
        {
            entry.HasIndex(e => e.BatchKey);
            entry.HasIndex(e => e.IsHeld);
            entry.Property(e => e.BatchKey).HasMaxLength(64);
            entry.HasOne<Run>().WithMany().HasForeignKey(e => e.RunId);
        });
        modelBuilder.Entity<SeenVideo>().Property(video => video.Id).ValueGeneratedNever();
        modelBuilder.Entity<TargetMark>().HasKey(mark => new { mark.Source, mark.Target });
        modelBuilder.Entity<RunProfile>(profile =>
        {
            profile.HasKey(p => new { p.RunId, p.Form });
            profile.HasIndex(p => new { p.Source, p.Form });
        });
        modelBuilder.Entity<Lease>().HasKey(lease => lease.Name);
        modelBuilder.Entity<PausedJob>().HasKey(job => job.Name);
        modelBuilder.Entity<LinkAnswer>(answer =>
        {
            answer.HasKey(a => new { a.Source, a.ExternalId });
            answer.Property(a => a.Result).HasConversion<string>().HasMaxLength(20);
        });
        modelBuilder.Entity<StarterLoad>().HasKey(load => load.ContentHash);
        modelBuilder.Entity<HostPace>().HasKey(pace => pace.Host);
        modelBuilder.Entity<RobotsCopy>(copy =>
        {
            copy.HasKey(c => c.Origin);
            copy.Property(c => c.Answer).HasConversion<string>().HasMaxLength(20);
        });
        modelBuilder.Entity<SourceStanding>(standing =>
        {
            standing.HasKey(s => s.Source);
            standing.Ignore(s => s.PausedAt);
        });
        modelBuilder.Entity<FetchedUrl>(url =>
        {
            url.HasKey(u => new { u.Source, u.Key });
            url.HasIndex(u => u.File);
        });
        modelBuilder.Entity<SentUpsert>().HasKey(upsert => new { upsert.Source, upsert.ExternalId });
        modelBuilder.Entity<WikidataName>(name =>
        {
            name.HasKey(n => n.ItemId);
            name.Property(n => n.ItemId).HasMaxLength(20);
            name.Property(n => n.Russian).HasMaxLength(WikidataName.MaxLength);
            name.Property(n => n.English).HasMaxLength(WikidataName.MaxLength);
        });
        modelBuilder.Entity<RegistryRest>(rest =>
        {
            rest.HasKey(r => r.Registry);
            rest.Property(r => r.Registry).HasMaxLength(20);
        });
    }
}

/// <summary>The journal in a file of its own; carries that provider's migrations.</summary>
internal sealed class SqliteJournalDb(DbContextOptions<SqliteJournalDb> options) : JournalDb(options)
{
    // SQLite neither compares nor orders DateTimeOffset.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
}

/// <summary>The journal on a server that several Scrapers share; carries that provider's migrations.</summary>
internal sealed class PostgresJournalDb(DbContextOptions<PostgresJournalDb> options) : JournalDb(options);
