using System.Globalization;
using Scraper.Collecting;
using Scraper.Editing.Runs;
using Scraper.Editing.Watching;
using Scraper.Journal;

namespace Scraper.Editing;

/// <summary>Shows a run while it goes on and what came of it.</summary>
internal sealed class ScrapeScreen(Terminal terminal, bool asJson)
{
    private const int ReasonsShown = 20;

    public Terminal Terminal => terminal;

    public bool IsJson => asJson;

    /// <summary>Tells how far the work has come while it goes on.</summary>
    public Task<T> WatchAsync<T>(Func<IProgress<RunProgress>, Task<T>> work) =>
        new LiveRun(terminal, TimeProvider.System).WatchAsync(work);

    public void Write(ScrapeReport report, string? message)
    {
        if (message is not null)
        {
            terminal.Error.WriteLine(message);
        }

        if (asJson)
        {
            CliJson.Write(terminal.Out, report, CliJson.Readable.ScrapeReport);
            return;
        }

        var run = report.RunId > 0 ? $"run {report.RunId}" : "dry run";
        terminal.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Source}, {run}: {report.Status.ToString().ToLowerInvariant()} in {report.Seconds} s"));
        terminal.Out.WriteLine(
            $"  seen {report.Seen}: {report.Films} films, {report.Episodes} episodes, {report.Trailers} trailers, "
            + $"{report.Other} other, {report.Review} for review, {report.Failed.Count} failed");
        if (report.RunId > 0)
        {
            terminal.Out.WriteLine(
                $"  catalogue: {report.Created} new, {report.Updated} updated, {report.Unchanged} unchanged, {report.Rejected} rejected");
        }

        terminal.Out.WriteLine($"  source: {report.Requests} requests, {report.Retries} retries, {report.Bytes / 1024} KiB");
        var groups = FailureGroups.Of(report.Failed);
        FailureGroups.Write(terminal, [.. groups.Take(ReasonsShown)]);
        if (groups.Count > ReasonsShown)
        {
            terminal.Out.WriteLine($"    and for {groups.Count - ReasonsShown} more reasons: see --json");
        }
    }

    /// <summary>Says what a run that was stopped has kept, and how to go on.</summary>
    public void TellKept(ScrapeReport report) => terminal.Error.WriteLine(report.Seen == 0
        ? "Nothing is kept yet; the same command begins anew."
        : string.Create(
            CultureInfo.InvariantCulture,
            $"Kept: {report.Seen:N0} videos with {report.Films:N0} films. The same command goes on from there."));

    public void TellWaiting(int waiting, string? problem) => terminal.Error.WriteLine(
        $"{waiting} films wait in the outbox and will be sent by the next run or by \"scraper serve\". "
        + problem);

    /// <summary>Says what the schedule would say to a run; an editor's is done in any case.</summary>
    public async Task TellStandingAsync(SourceStandings standings, string source, CancellationToken cancellationToken)
    {
        var standing = await standings.FindAsync(source, cancellationToken);
        if (StandingText.Of(standing) is { } text)
        {
            await terminal.Error.WriteLineAsync($"{source} is {text}. It is run all the same, because you ask for it.");
        }
    }

    /// <summary>Another process runs this source: says which one, and since when.</summary>
    public int Refuse(string source, Lease holder)
    {
        var who = ProcessIdentity.Parse(holder.Owner) is { } process
            ? $"process {process.ProcessId} on {process.Space.Split('/')[0]}" : holder.Owner;
        var reason = string.Create(
            CultureInfo.InvariantCulture, $"{source} is being run by {who} since {holder.TakenAt:yyyy-MM-dd HH:mm:ss} UTC.");
        terminal.Error.WriteLine($"{reason} Wait for it to end, or stop it.");
        if (asJson)
        {
            CliJson.Write(terminal.Out, ScrapeReport.NotRun(source, reason), CliJson.Readable.ScrapeReport);
        }

        return ExitCode.Failed;
    }
}
