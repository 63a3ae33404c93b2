using System.Text.Json;

namespace Metadata.Client;

/// <summary>What one command or scrape changed, as the journal keeps it.</summary>
public sealed record ChangeSet
{
    public required long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who: an editor's name, or scraper.</summary>
    public required string Actor { get; init; }

    /// <summary>What was done: scrape, create, edit, hide, unlock, merge, split, takeDown, availability, undo…</summary>
    public required string Action { get; init; }

    /// <summary>Why, in the actor's words.</summary>
    public string? Reason { get; init; }

    /// <summary>The change set that undid this one.</summary>
    public long? UndoneBy { get; init; }

    /// <summary>How many changes the set has; <see cref="Changes"/> holds the first 1,000 of them.</summary>
    public required int Count { get; init; }

    public required IReadOnlyList<FieldChange> Changes { get; init; }
}

/// <summary>One field before and after. Counters that hosts raise all the time (views) are not in the journal.</summary>
/// <param name="MovieId">The film.</param>
/// <param name="Field">The film's field, or "video.FIELD" with <paramref name="VideoId"/>.</param>
/// <param name="VideoId">The upload, where one changed.</param>
/// <param name="Old">Absent when it was unknown.</param>
/// <param name="New">Absent when it became unknown.</param>
public sealed record FieldChange(int MovieId, string Field, int? VideoId = null, JsonElement? Old = null, JsonElement? New = null);

/// <summary>What an undo did.</summary>
/// <param name="Undone">The set that was undone.</param>
/// <param name="Set">The change set of the undo itself; absent when nothing could be put back.</param>
/// <param name="Restored">How many fields have their old value again.</param>
/// <param name="Conflicts">Fields that somebody has changed since; they keep their present value.</param>
public sealed record UndoReport(long Undone, long? Set, int Restored, IReadOnlyList<UndoConflict> Conflicts);

/// <param name="MovieId">The film.</param>
/// <param name="Field">The field that was left alone.</param>
/// <param name="Expected">What the undone set had written.</param>
/// <param name="Found">What stands there now.</param>
/// <param name="ChangedBy">The change set that wrote it, where known.</param>
public sealed record UndoConflict(int MovieId, string Field, JsonElement? Expected = null, JsonElement? Found = null, long? ChangedBy = null);
