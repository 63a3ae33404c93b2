using Scraper.Journal;

namespace Scraper.Editing.Runs;

/// <summary>A run as "runs list" and "runs show" tell of it.</summary>
internal sealed record RunItem(
    int Id, string Source, IReadOnlyList<string> Targets, int? Limit, RunStatus Status,
    DateTimeOffset StartedAt, DateTimeOffset? EndedAt,
    int Seen, int Films, int Episodes, int Trailers, int Other, int Review,
    int Created, int Updated, int Unchanged, int Rejected,
    long Requests, long Retries, long Bytes, long NotModified, string? Parser, string? Message,
    DriftLevel? Drift, IReadOnlyList<string> DriftReasons)
{
    public static RunItem Of(Run run) => new(
        run.Id, run.Source, run.Targets, run.Limit, run.Status, run.StartedAt, run.EndedAt,
        run.Seen, run.Films, run.Episodes, run.Trailers, run.Other, run.Review,
        run.Created, run.Updated, run.Unchanged, run.Rejected,
        run.Requests, run.Retries, run.Bytes, run.NotModified, run.Parser, run.Message, run.Drift, run.DriftReasons);
}

internal sealed record RunList(int Schema, IReadOnlyList<RunItem> Runs);

/// <param name="Seconds">From its start to its end; absent while it goes on. A run that was resumed includes the pause.</param>
/// <param name="Waiting">Films that Metadata has not answered yet.</param>
/// <param name="Held">Films held back until the run ends or an editor has decided.</param>
/// <param name="Reasons">The failures, those of a kind together.</param>
internal sealed record RunDetails(
    int Schema, RunItem Run, double? Seconds, int Waiting, int Held, IReadOnlyList<RunStep> Steps,
    IReadOnlyList<RunTarget> Targets, IReadOnlyList<FailureGroup> Reasons, IReadOnlyList<ScrapeFailure> Failed);

/// <summary>What "runs release" and "runs discard" answer.</summary>
/// <param name="Films">How many films go on, or were thrown away.</param>
internal sealed record RunDecision(int Schema, int Run, RunStatus Status, int Films);
