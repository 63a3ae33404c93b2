namespace Metadata.Data;

/// <summary>An upload and a film that it may be of. A rejected pair stays, so that it is never asked again.</summary>
internal sealed class ReviewPair
{
    public int Id { get; set; }

    public required int VideoId { get; init; }

    /// <summary>The film it may be of.</summary>
    public required int CandidateId { get; set; }

    /// <summary>Why the matcher would not decide: year-unknown, near-year, contradiction, similar…</summary>
    public required string Code { get; set; }

    public required DateTimeOffset At { get; init; }

    public ReviewState State { get; set; }
}

internal enum ReviewState
{
    Open,
    Accepted,
    Rejected,
}
