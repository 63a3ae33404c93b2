using Metadata.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Metadata.Data;

/// <summary>Keys, lengths and indexes of the catalogue.</summary>
internal static class MovieModel
{
    public const int MaxSourceLength = 50;
    public const int MaxExternalIdLength = 300;
    public const int MaxNameLength = 200;
    public const int MaxReceiptKeyLength = 200;

    public static void Describe(ModelBuilder model)
    {
        Describe(model.Entity<Movie>());
        Describe(model.Entity<Video>());
        Describe(model.Entity<MovieTag>());
        Describe(model.Entity<BatchReceipt>());
    }

    private static void Describe(EntityTypeBuilder<Movie> movie)
    {
        movie.Property(m => m.Title).HasMaxLength(MovieUpsert.MaxTitleLength);
        movie.Property(m => m.OriginalTitle).HasMaxLength(MovieUpsert.MaxTitleLength);
        movie.Property(m => m.Description).HasMaxLength(MovieUpsert.MaxDescriptionLength);
        movie.Property(m => m.ImageUrl).HasMaxLength(MovieUpsert.MaxUrlLength);
        movie.Property(m => m.ThumbnailUrl).HasMaxLength(MovieUpsert.MaxUrlLength);
        movie.HasIndex(m => new { m.TitleKey, m.Year });
        movie.HasIndex(m => new { m.IsActive, m.Views, m.Id }).IsDescending(false, true, false);
        movie.HasIndex(m => new { m.IsActive, m.AddedAt, m.Id }).IsDescending(false, true, false);
        movie.HasIndex(m => new { m.IsActive, m.SortTitle, m.Id });
        movie.HasMany(m => m.Videos).WithOne(v => v.Movie).HasForeignKey(v => v.MovieId);
        movie.HasMany(m => m.Tags).WithOne().HasForeignKey(t => t.MovieId);
    }

    private static void Describe(EntityTypeBuilder<Video> video)
    {
        video.Property(v => v.Source).HasMaxLength(MaxSourceLength);
        video.Property(v => v.ExternalId).HasMaxLength(MaxExternalIdLength);
        video.Property(v => v.Availability).HasConversion<string>().HasMaxLength(10);
        video.HasIndex(v => new { v.Source, v.ExternalId }).IsUnique();
        video.HasIndex(v => v.TitleKey);
    }

    private static void Describe(EntityTypeBuilder<MovieTag> tag)
    {
        tag.HasKey(t => new { t.MovieId, t.Kind, t.Key });
        tag.Property(t => t.Key).HasMaxLength(MaxNameLength);
        tag.Property(t => t.Name).HasMaxLength(MaxNameLength);
        tag.HasIndex(t => new { t.Kind, t.Key, t.MovieId });
    }

    private static void Describe(EntityTypeBuilder<BatchReceipt> receipt)
    {
        receipt.HasKey(r => r.Key);
        receipt.Property(r => r.Key).HasMaxLength(MaxReceiptKeyLength);
        receipt.Property(r => r.RequestHash).HasMaxLength(64);
        receipt.HasIndex(r => r.CreatedAt);
    }
}
