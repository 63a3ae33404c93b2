using System.Text.Json.Serialization;
using Scraper.Collecting;
using Scraper.Journal;
using Scraper.Recording;
using Scraper.Sources;

namespace Scraper.Editing.Replaying;

/// <summary>What "replay" answers.</summary>
/// <param name="Parser">Version of today's rules.</param>
/// <param name="RunId">0 unless something was sent.</param>
/// <param name="Answers">Answers read out of the recordings.</param>
/// <param name="Different">Films that are not what was last sent of them.</param>
/// <param name="Unchanged">Films that are.</param>
/// <param name="Waiting">Films that Metadata has not answered yet.</param>
/// <param name="Films">The different ones; left out when they were sent.</param>
/// <param name="Ended">Where the reading broke off before a target's end.</param>
/// <param name="Damaged">Recordings that are torn.</param>
internal sealed record ReplayReport(
    int Schema, string Source, string Parser, IReadOnlyList<ReplayedRun> Runs, int RunId, RunStatus Status,
    int Answers, int Seen, int Episodes, int Trailers, int Other, int Review,
    int Different, int Unchanged, int Created, int Updated, int Rejected, int Waiting,
    IReadOnlyList<ReplayDifference>? Films, IReadOnlyList<ReplayEnd> Ended, IReadOnlyList<string> Damaged)
{
    [JsonIgnore]
    public int ExitCode =>
        Status == RunStatus.Broken || Ended.Any(end => end.Failure == SourceFailure.Contract) ? Editing.ExitCode.SourceBroken
        : Status is RunStatus.Failed or RunStatus.Stopped ? Editing.ExitCode.Failed
        : Status == RunStatus.Partly || Waiting > 0 || Damaged.Count > 0 ? Editing.ExitCode.Partly
        : Editing.ExitCode.Done;

    public static ReplayReport OfComparison(
        ReplayedSource source, IReadOnlyList<Run> runs, RunEnd end, IReadOnlyList<ReplayedPage> pages)
    {
        var outcomes = pages.Select(page => page.Outcome).ToList();
        var films = pages.SelectMany(page => page.Differences).ToList();
        return new ReplayReport(
            CliJson.Schema, source.Name, ParserVersion.Current, [.. runs.Select(ReplayedRun.Of)], RunId: 0, end.Status,
            source.Answers, outcomes.Sum(page => page.Seen),
            Sum(VideoKind.Episode), Sum(VideoKind.Trailer), Sum(VideoKind.Other), outcomes.Sum(page => page.Review),
            films.Count, outcomes.Sum(page => page.ToPublish.Count()) - films.Count,
            Created: 0, Updated: 0, Rejected: 0, Waiting: 0,
            [.. films.Select(ReplayDifference.Of)], source.Ends, source.Damages);

        int Sum(VideoKind kind) => outcomes.Sum(page => page.Sure(kind));
    }

    /// <param name="run">As it stands after Metadata's answers.</param>
    /// <param name="waiting">Films that Metadata has not answered yet.</param>
    public static ReplayReport OfPush(
        ReplayedSource source, IReadOnlyList<Run> runs, ReplayPush push, Run run, int waiting) => new(
        CliJson.Schema, source.Name, ParserVersion.Current, [.. runs.Select(ReplayedRun.Of)], run.Id, run.Status,
        source.Answers, run.Seen, run.Episodes, run.Trailers, run.Other, run.Review,
        push.Sent, push.LeftOut, run.Created, run.Updated, run.Rejected, waiting,
        Films: null, source.Ends, source.Damages);
}

/// <param name="Parser">Version of the rules that read it then; absent for what older programs ran.</param>
internal sealed record ReplayedRun(int Id, DateTimeOffset StartedAt, RunStatus Status, string? Parser)
{
    public static ReplayedRun Of(Run run) => new(run.Id, run.StartedAt, run.Status, run.Parser);
}

/// <param name="IsNew">Nothing was ever sent of it.</param>
internal sealed record ReplayDifference(string Source, string ExternalId, string RawTitle, string Title, int? Year, bool IsNew)
{
    public static ReplayDifference Of(ReplayedFilm film)
    {
        var upsert = film.Video.Upsert!;
        return new ReplayDifference(
            upsert.Source, upsert.ExternalId, upsert.RawTitle, upsert.Title, upsert.Year, film.IsNew);
    }
}
