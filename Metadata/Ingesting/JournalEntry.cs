using Metadata.Data;

namespace Metadata.Ingesting;

internal static class JournalEntry
{
    /// <summary>The next entry of a change's journal.</summary>
    public static JournalChange Of(CatalogueChange change, int movieId, int? videoId, string field, object? old, object? now) => new()
    {
        SetId = change.Set.Id,
        Number = change.NextEntry++,
        MovieId = movieId,
        VideoId = videoId,
        Field = field,
        Old = JournalText.Write(old),
        New = JournalText.Write(now),
    };
}
