using Metadata.Data;

namespace Metadata.Editing.Changes;

/// <summary>One field that a change set wrote: its value before the set, and the last that the set gave it.</summary>
internal sealed record UndoEntry(int MovieId, int? VideoId, string Field, string? Old, string? New)
{
    public bool IsOfVideo => Field.StartsWith(JournalField.OfVideo, StringComparison.Ordinal);

    public bool IsOfReview => Field.StartsWith(JournalField.OfReview, StringComparison.Ordinal);

    public bool IsExclusion => Field == JournalField.Exclusion;

    /// <summary>The property's name within its row.</summary>
    public string Property => Field[(Field.LastIndexOf('.') + 1)..];

    /// <summary>A set's entries, each field once. That a film came is put back by hiding it.</summary>
    public static IReadOnlyList<UndoEntry> Of(IReadOnlyList<JournalChange> changes) =>
    [
        .. changes.OrderBy(change => change.Number)
            .GroupBy(change => change switch
            {
                { Field: JournalField.Exclusion } => (0, null, $"{change.Number}"),
                { VideoId: { } video } when change.Field.StartsWith(JournalField.OfVideo, StringComparison.Ordinal) =>
                    (0, video, change.Field),
                _ => (change.MovieId, change.VideoId, change.Field),
            })
            .Select(same => (First: same.First(), Last: same.Last()))
            .Select(field => field.First.Field == JournalField.Created
                ? new UndoEntry(field.Last.MovieId, null, "isActive", "false", "true")
                : new UndoEntry(field.Last.MovieId, field.Last.VideoId, field.Last.Field, field.First.Old, field.Last.New)),
    ];
}
