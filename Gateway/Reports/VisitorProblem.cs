using Metadata.Client;

namespace Gateway.Reports;

/// <summary>What a visitor finds wrong with an upload.</summary>
/// <param name="VideoId">The upload: an id among the film's videos.</param>
internal sealed record VisitorProblem(int VideoId, ProblemReason Reason);
