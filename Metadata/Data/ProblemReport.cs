using Metadata.Client;

namespace Metadata.Data;

/// <summary>What visitors have reported of an upload since it was last looked at. Nothing of the visitors is kept.</summary>
internal sealed class ProblemReport
{
    public required int VideoId { get; init; }

    public required ProblemReason Reason { get; init; }

    /// <summary>The film it was in when reported; once it is in another, the report has been dealt with.</summary>
    public required int MovieId { get; set; }

    public required int Count { get; set; }

    public required DateTimeOffset ReportedAt { get; set; }
}
