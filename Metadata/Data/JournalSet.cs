namespace Metadata.Data;

/// <summary>What one command or scrape changed. Its id is the catalogue's revision that it made.</summary>
internal sealed class JournalSet
{
    public required long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    /// <summary>scrape, create, edit, hide, unlock, merge, split, takeDown, availability, exclude, undo…</summary>
    public required string Action { get; init; }

    public string? Reason { get; init; }

    /// <summary>The set that undid this one.</summary>
    public long? UndoneById { get; set; }
}

/// <summary>One field before and after, values as JSON; null = unknown.</summary>
internal sealed class JournalChange
{
    public required long SetId { get; init; }

    /// <summary>Place within the set, from 0.</summary>
    public required int Number { get; init; }

    public required int MovieId { get; init; }

    public int? VideoId { get; init; }

    /// <summary>Name of the film's or video's property, camelCase; "video.…" for a video's.</summary>
    public required string Field { get; init; }

    public string? Old { get; init; }

    public string? New { get; init; }
}
