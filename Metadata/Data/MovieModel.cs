using Metadata.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Metadata.Data;

/// <summary>Keys, lengths and indexes of the catalogue. Lists and search do not run here but on the index in memory, so
/// there are just the indexes that writing needs.</summary>
internal static class MovieModel
{
    public const int MaxSourceLength = 50;
    public const int MaxExternalIdLength = 300;
    public const int MaxNameLength = MovieUpsert.MaxNameLength;
    public const int MaxReceiptKeyLength = 200;
    public const int MaxActorLength = 100;
    public const int MaxReasonLength = 500;

    private const int MaxWordLength = 50;

    public static void Describe(ModelBuilder model)
    {
        Describe(model.Entity<Movie>());
        Describe(model.Entity<Video>());
        Describe(model.Entity<BatchReceipt>());
        Describe(model.Entity<ImportExclusion>());
        Describe(model.Entity<ReviewPair>());
        Describe(model.Entity<FactsLookup>());
        DescribeJournal(model);
        DescribeChecks(model);
        model.Entity<MatchKey>().HasKey(key => new { key.Hash, key.MovieId });
        model.Entity<CatalogueState>().Property(state => state.Id).ValueGeneratedNever();
        model.Entity<CatalogueState>().HasData(new CatalogueState { Revision = 1 });
    }

    private static void Describe(EntityTypeBuilder<Movie> movie)
    {
        movie.Property(m => m.Title).HasMaxLength(MovieUpsert.MaxTitleLength);
        movie.Property(m => m.OriginalTitle).HasMaxLength(MovieUpsert.MaxTitleLength);
        movie.Property(m => m.Description).HasMaxLength(MovieUpsert.MaxDescriptionLength);
        movie.Property(m => m.ImageUrl).HasMaxLength(MovieUpsert.MaxUrlLength);
        movie.Property(m => m.ThumbnailUrl).HasMaxLength(MovieUpsert.MaxUrlLength);
        movie.Property(m => m.Facts).HasConversion(new RegistryWords(), new RegistryWordsComparer());
        movie.HasIndex(m => m.Revision);
        IndexKnown(movie, nameof(Movie.ImdbId));
        IndexKnown(movie, nameof(Movie.KinopoiskId));
        IndexKnown(movie, nameof(Movie.TmdbId));
        IndexKnown(movie, nameof(Movie.WikidataId));
        movie.HasMany(m => m.Videos).WithOne(v => v.Movie).HasForeignKey(v => v.MovieId);
    }

    // Only films that have the id are in it, so a film that has none costs nothing.
    private static void IndexKnown(EntityTypeBuilder<Movie> movie, string id) =>
        movie.HasIndex(id).HasFilter($"\"{id}\" IS NOT NULL");

    private static void Describe(EntityTypeBuilder<FactsLookup> lookup)
    {
        lookup.HasKey(l => new { l.MovieId, l.Registry });
        lookup.Property(l => l.Registry).HasMaxLength(MaxWordLength);
        lookup.Property(l => l.Outcome).HasConversion<string>().HasMaxLength(10);
        lookup.Property(l => l.Reason).HasMaxLength(FilmLookup.MaxReasonLength);
        lookup.HasIndex(l => new { l.Registry, l.AskedAt });
        lookup.HasOne<Movie>().WithMany().HasForeignKey(l => l.MovieId);
    }

    private static void Describe(EntityTypeBuilder<Video> video)
    {
        video.Property(v => v.Source).HasMaxLength(MaxSourceLength);
        video.Property(v => v.ExternalId).HasMaxLength(MaxExternalIdLength);
        video.Property(v => v.Availability).HasConversion<string>().HasMaxLength(10);
        video.Property(v => v.MatchCode).HasMaxLength(MaxWordLength);
        video.HasIndex(v => new { v.Source, v.ExternalId }).IsUnique();
    }

    private static void Describe(EntityTypeBuilder<BatchReceipt> receipt)
    {
        receipt.HasKey(r => r.Key);
        receipt.Property(r => r.Key).HasMaxLength(MaxReceiptKeyLength);
        receipt.Property(r => r.RequestHash).HasMaxLength(64);
        receipt.HasIndex(r => r.CreatedAt);
    }

    private static void Describe(EntityTypeBuilder<ImportExclusion> exclusion)
    {
        exclusion.Property(e => e.Kind).HasConversion<string>().HasMaxLength(10);
        exclusion.Property(e => e.Source).HasMaxLength(MaxSourceLength);
        exclusion.Property(e => e.Value).HasMaxLength(MovieUpsert.MaxTitleLength);
        exclusion.Property(e => e.Reason).HasMaxLength(MaxReasonLength);
        exclusion.Property(e => e.Actor).HasMaxLength(MaxActorLength);
    }

    private static void Describe(EntityTypeBuilder<ReviewPair> pair)
    {
        pair.Property(p => p.Code).HasMaxLength(MaxWordLength);
        pair.Property(p => p.State).HasConversion<string>().HasMaxLength(10);
        pair.HasIndex(p => new { p.VideoId, p.CandidateId }).IsUnique();
        pair.HasIndex(p => new { p.State, p.Id });
    }

    private static void DescribeChecks(ModelBuilder model)
    {
        var lease = model.Entity<SeenLease>();
        lease.HasKey(l => l.Name);
        lease.Property(l => l.Name).HasMaxLength(WriterLease.MaxNameLength);
        var report = model.Entity<ProblemReport>();
        report.HasKey(r => new { r.VideoId, r.Reason });
        report.Property(r => r.Reason).HasConversion<string>().HasMaxLength(MaxWordLength);
        var asked = model.Entity<AskedVideo>();
        asked.HasKey(a => a.VideoId);
        asked.Property(a => a.VideoId).ValueGeneratedNever();
    }

    private static void DescribeJournal(ModelBuilder model)
    {
        var set = model.Entity<JournalSet>();
        set.Property(s => s.Id).ValueGeneratedNever();
        set.Property(s => s.Actor).HasMaxLength(MaxActorLength);
        set.Property(s => s.Action).HasMaxLength(MaxWordLength);
        set.Property(s => s.Reason).HasMaxLength(MaxReasonLength);
        var change = model.Entity<JournalChange>();
        change.HasKey(c => new { c.SetId, c.Number });
        change.Property(c => c.Field).HasMaxLength(MaxWordLength);
        change.HasIndex(c => c.MovieId);
    }
}
