using System.Text.Json.Serialization;
using Scraper.Collecting;
using Scraper.Editing.Planning;
using Scraper.Journal;

namespace Scraper.Editing;

/// <summary>What "scrape" answers; its keys are part of the outside contract.</summary>
/// <param name="RunId">0 for a dry run and for one that never began.</param>
/// <param name="Seconds">From the first request to the last answer of Metadata.</param>
internal sealed record ScrapeReport(
    int Schema, string Source, int RunId, RunStatus Status,
    int Seen, int Films, int Episodes, int Trailers, int Other, int Review,
    int Created, int Updated, int Unchanged, int Rejected,
    IReadOnlyList<ScrapeFailure> Failed, long Requests, long Retries, long Bytes, double Seconds)
{
    /// <summary>What a dry run found; absent for a real one.</summary>
    public DryFindings? DryRun { get; init; }

    [JsonIgnore]
    public int ExitCode => Status switch
    {
        RunStatus.Done => Editing.ExitCode.Done,
        RunStatus.Broken or RunStatus.Quarantined => Editing.ExitCode.SourceBroken,
        RunStatus.Partly => Editing.ExitCode.Partly,
        RunStatus.Stopped when Seen > 0 => Editing.ExitCode.Partly,
        _ => Editing.ExitCode.Failed,
    };

    /// <param name="waiting">Films that Metadata has not answered yet.</param>
    public static ScrapeReport Of(Run run, IEnumerable<Reject> rejects, int waiting, TimeSpan took) => new(
        CliJson.Schema, run.Source, run.Id,
        waiting > 0 && run.Status == RunStatus.Done ? RunStatus.Partly : run.Status,
        run.Seen, run.Films, run.Episodes, run.Trailers, run.Other, run.Review,
        run.Created, run.Updated, run.Unchanged, run.Rejected,
        [.. rejects.Select(reject => new ScrapeFailure(reject.ExternalId, reject.Step, reject.Reason))],
        run.Requests, run.Retries, run.Bytes, Math.Round(took.TotalSeconds, 1));

    /// <summary>There was nothing to do.</summary>
    public static ScrapeReport Nothing(string source) => new(
        CliJson.Schema, source, RunId: 0, RunStatus.Done, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, [], 0, 0, 0, 0);

    /// <summary>A run that did not come about.</summary>
    public static ScrapeReport NotRun(string source, string reason) => new(
        CliJson.Schema, source, RunId: 0, RunStatus.Failed, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        [new ScrapeFailure(ExternalId: null, CollectStep.Fetch, reason)], 0, 0, 0, 0);
}

/// <param name="ExternalId">Absent when not one item is meant.</param>
internal sealed record ScrapeFailure(string? ExternalId, string Step, string Reason);
