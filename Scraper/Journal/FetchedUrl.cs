namespace Scraper.Journal;

/// <summary>An address whose host gave the means to ask whether its answer has changed, and where that answer lies.</summary>
internal sealed class FetchedUrl
{
    public required string Source { get; init; }

    /// <summary>Hash of the address, secrets masked, and of the kind of answer asked for.</summary>
    public required string Key { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    /// <summary>The recording that holds the answer; the row goes with it.</summary>
    public required string File { get; init; }

    /// <summary>Where in the file it begins.</summary>
    public required long Offset { get; init; }
}
