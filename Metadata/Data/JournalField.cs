using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Metadata.Data;

/// <summary>A field of the journal: its name there, and its value before and after as <see cref="JournalText"/>.</summary>
internal sealed record JournalField(string Name, string? Old, string? New)
{
    public const string Created = "created";
    public const string OfVideo = "video.";
    public const string OfReview = "review.";

    /// <summary>What registries say of a film, as a whole.</summary>
    public const string NameOfFacts = "facts";

    /// <summary>An exclusion as a whole; it came where there is no old value, and went where there is no new one.</summary>
    public const string Exclusion = "exclusion";

    // Follow from the rest, or are raised by hosts all the time.
    private static readonly HashSet<string> Untold = new(StringComparer.Ordinal)
    {
        nameof(Movie.Id), nameof(Movie.Revision), nameof(Movie.Views), nameof(Movie.Plays), nameof(Movie.Sources),
        nameof(Movie.OtherTitles), nameof(Movie.IsAvailable), nameof(Video.CheckedAt),
    };

    /// <summary>What of a tracked row is about to be written.</summary>
    public static IEnumerable<JournalField> ChangedIn(EntityEntry entry) =>
        from property in entry.Properties
        where property.IsModified && !Untold.Contains(property.Metadata.Name)
        select new JournalField(
            NameOf(property.Metadata), JournalText.Write(property.OriginalValue), JournalText.Write(property.CurrentValue));

    /// <summary>The name of a property within its row.</summary>
    public static string NameOf(IReadOnlyPropertyBase property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);
}
