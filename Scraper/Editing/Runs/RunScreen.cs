using System.Globalization;
using Scraper.Journal;

namespace Scraper.Editing.Runs;

/// <summary>Shows runs: to a person, in 80 columns, or as JSON.</summary>
internal static class RunScreen
{
    public static void Write(Terminal terminal, IReadOnlyList<RunItem> runs, bool asJson)
    {
        if (asJson)
        {
            CliJson.Write(terminal.Out, new RunList(CliJson.Schema, runs), CliJson.Readable.RunList);
            return;
        }

        terminal.WriteTable(
            ["Run", "Source", "Started (UTC)", "Status", "Seen", "Films", "Review", "New"],
            runs.Select(run => new[]
            {
                Text(run.Id), run.Source, Text(run.StartedAt), StatusOf(run), Text(run.Seen), Text(run.Films), Text(run.Review),
                Text(run.Created),
            }));
    }

    public static void Write(Terminal terminal, RunDetails details, bool asJson)
    {
        if (asJson)
        {
            CliJson.Write(terminal.Out, details, CliJson.Readable.RunDetails);
            return;
        }

        var run = details.Run;
        terminal.Out.WriteLine($"Run {run.Id}: {run.Source}, {StatusOf(run)}");
        foreach (var line in Lines(details))
        {
            terminal.Out.WriteLine($"  {line}");
        }

        terminal.WriteTable(
            ["Step", "Came through", "Failed"],
            details.Steps.Select(step => new[] { step.Step, $"{Text(step.Done)} {step.What}", Text(step.Failed) }));
        terminal.WriteTable(
            ["Target", "Pages", "Items", "New", "Unreadable", "End"],
            details.Targets.Select(target => new[]
            {
                target.Target, Text(target.Pages), Text(target.Items), Text(target.New), Text(target.Unreadable), target.End,
            }));
        FailureGroups.Write(terminal, details.Reasons);
        if (details.Reasons.Count > 0)
        {
            terminal.Out.WriteLine($"  \"scraper scrape {run.Source} --retry-failed\" tries what failed in the last run again.");
        }
    }

    private static IEnumerable<string> Lines(RunDetails details)
    {
        var run = details.Run;
        var took = details.Seconds is { } seconds ? $"took {Text(TimeSpan.FromSeconds(seconds))}" : "has not ended";
        yield return $"started {Text(run.StartedAt)} UTC, {took}{(run.Limit is { } limit ? $", at most {Text(limit)} videos" : "")}";
        yield return $"seen {Text(run.Seen)}: {Text(run.Films)} films, {Text(run.Episodes)} episodes, {Text(run.Trailers)} trailers, "
            + $"{Text(run.Other)} other";
        yield return $"for review {Text(run.Review)}, by the rules and by Metadata";
        yield return $"catalogue: {Text(run.Created)} new, {Text(run.Updated)} updated, {Text(run.Unchanged)} unchanged, "
            + $"{Text(run.Rejected)} rejected";
        yield return $"source: {Text(run.Requests)} requests, {Text(run.Retries)} retries, {Text(run.NotModified)} not modified, "
            + $"{Text(run.Bytes / 1024)} KiB";
        if (details.Waiting > 0)
        {
            yield return $"{Text(details.Waiting)} films wait in the outbox";
        }

        if (details.Held > 0)
        {
            yield return $"{Text(details.Held)} films are held back";
        }

        foreach (var reason in run.DriftReasons)
        {
            yield return $"drift: {reason}";
        }

        if (run.Message is { } message)
        {
            yield return message;
        }
    }

    // A run that drifted too far is quarantined, which says it all.
    private static string StatusOf(RunItem run) =>
        run.Status.ToString().ToLowerInvariant() + (run.Drift == DriftLevel.Warn ? ", drifted" : "");

    private static string Text(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Text(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time:mm\\:ss}")
        : time.ToString(@"m\:ss", CultureInfo.InvariantCulture);
}
