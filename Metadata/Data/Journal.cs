using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Metadata.Data;

/// <summary>What a context is about to write, field by field, for the journal. Stamps the films with the revision.</summary>
internal sealed class Journal
{
    // Follow from the rest, or are raised by hosts all the time.
    private static readonly HashSet<string> Untold = new(StringComparer.Ordinal)
    {
        nameof(Movie.Id), nameof(Movie.Revision), nameof(Movie.Views), nameof(Movie.Plays), nameof(Movie.Sources),
        nameof(Movie.OtherTitles), nameof(Movie.IsAvailable), nameof(Video.CheckedAt),
    };

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly List<Func<JournalChange>> _entries = [];
    private readonly CatalogueChange _change;

    private Journal(CatalogueChange change) => _change = change;

    /// <summary>Whether films, uploads or anything else the catalogue answers with are about to change.</summary>
    public bool HasChanges { get; private set; }

    public static Journal Of(CatalogueChange change)
    {
        var journal = new Journal(change);
        change.Db.ChangeTracker.DetectChanges();
        foreach (var entry in change.Db.ChangeTracker.Entries().Where(IsWritten).ToList())
        {
            journal.Tell(entry);
        }

        return journal;
    }

    /// <summary>To be asked after saving, when new rows have their ids.</summary>
    public IReadOnlyList<JournalChange> Entries() => _entries.ConvertAll(entry => entry());

    private static bool IsWritten(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
        && entry.Entity is Movie or Video or ImportExclusion or ReviewPair;

    private void Tell(EntityEntry entry)
    {
        HasChanges = true;
        switch (entry.Entity)
        {
            case Movie movie:
                movie.Revision = _change.Revision;
                TellFields(entry, () => movie.Id, () => null, "");
                break;
            case Video video:
                TellFields(entry, () => video.Movie.Id, () => video.Id, "video.");
                break;
        }
    }

    private void TellFields(EntityEntry entry, Func<int> movieId, Func<int?> videoId, string prefix)
    {
        if (entry.State == EntityState.Added)
        {
            Add(movieId, videoId, $"{prefix}created", null, null);
            return;
        }

        foreach (var property in entry.Properties.Where(property => property.IsModified && !Untold.Contains(property.Metadata.Name)))
        {
            Add(movieId, videoId, prefix + JsonNamingPolicy.CamelCase.ConvertName(property.Metadata.Name),
                Text(property.OriginalValue), Text(property.CurrentValue));
        }
    }

    private void Add(Func<int> movieId, Func<int?> videoId, string field, string? old, string? now)
    {
        var number = _change.NextEntry++;
        _entries.Add(() => new JournalChange
        {
            SetId = _change.Set.Id,
            Number = number,
            MovieId = movieId(),
            VideoId = videoId(),
            Field = field,
            Old = old,
            New = now,
        });
    }

    /// <summary>A value as the journal keeps it.</summary>
    public static string? Text(object? value) => value switch
    {
        null => null,
        Enum named => JsonSerializer.Serialize(JsonNamingPolicy.CamelCase.ConvertName(named.ToString()), Json),
        _ => JsonSerializer.Serialize(value, value.GetType(), Json),
    };
}
