namespace Metadata.Client;

/// <summary>An upload that may be of a film already known; an editor decides.</summary>
public sealed record MatchReview
{
    public required int Id { get; init; }

    /// <summary>Why the machine would not decide: year-unknown, near-year, contradiction, similar…</summary>
    public required string Code { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The film that the upload has made of its own meanwhile.</summary>
    public required ReviewedMovie Movie { get; init; }

    /// <summary>The film it may be of.</summary>
    public required ReviewedMovie Candidate { get; init; }

    public required int VideoId { get; init; }

    public required string Source { get; init; }

    public required string ExternalId { get; init; }

    public required string SourceUrl { get; init; }

    public required string RawTitle { get; init; }
}

public sealed record ReviewedMovie(
    int Id, string Title, string? OriginalTitle, int? Year, int? DurationSeconds, IReadOnlyList<string> Directors);
