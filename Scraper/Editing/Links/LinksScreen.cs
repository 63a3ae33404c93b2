using System.Globalization;
using Metadata.Client;
using Scraper.Links;
using Spectre.Console;

namespace Scraper.Editing.Links;

/// <summary>Shows a check of links while it goes on and what it found.</summary>
internal sealed class LinksScreen(Terminal terminal, bool asJson)
{
    private const int TroubleShown = 50;
    private const int MaxDetailLength = 100;

    public async Task<T> WatchAsync<T>(int links, Func<IProgress<CheckedLink>, Task<T>> work)
    {
        if (asJson || !terminal.IsInteractive)
        {
            return await work(new Progress<CheckedLink>());
        }

        return await terminal.ErrorScreen().Progress()
            .AutoClear(enabled: true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn(), new RemainingTimeColumn())
            .StartAsync(bar => work(new BarProgress(bar.AddTask("Checking", autoStart: true, maxValue: Math.Max(links, 1)))));
    }

    public int Write(LinksAnswer answer)
    {
        if (asJson)
        {
            CliJson.Write(terminal.Out, answer, CliJson.Readable.LinksAnswer);
        }
        else
        {
            WriteTables(answer);
        }

        if (answer.DryRun)
        {
            terminal.TellDryRun();
        }

        foreach (var away in answer.Sources.Where(source => source.Unchecked > 0))
        {
            terminal.Error.WriteLine(
                $"{away.Source} does not answer any more; {away.Unchecked} videos were not checked. Try again later.");
        }

        foreach (var brake in answer.Report?.Braked ?? [])
        {
            terminal.Error.WriteLine(BrakeText.Of(brake));
        }

        return answer is { DryRun: false, Report.Braked.Count: > 0 } ? ExitCode.Brake
            : answer.Sources.Any(source => source.Unchecked > 0) ? ExitCode.Partly
            : ExitCode.Done;
    }

    private void WriteTables(LinksAnswer answer)
    {
        if (answer.Sources.Count == 0)
        {
            terminal.Out.WriteLine("The catalogue has no videos that can be checked.");
            return;
        }

        terminal.WriteTable(
            ["Source", "Checked", "Play", "Not found", "Private", "Geo", "Errors", "Not checked"],
            answer.Sources.Select(source => new[]
            {
                source.Source, Text(source.Checked), Text(source.Ok), Text(source.NotFound), Text(source.Private),
                Text(source.Geo), Text(source.Error), Text(source.Unchecked),
            }));
        if (answer.Trouble.Count > 0)
        {
            terminal.WriteTable(
                ["Film", "Title", "Found", "Page", "Detail"],
                answer.Trouble.Take(TroubleShown).Select(trouble => new[]
                {
                    Text(trouble.MovieId), trouble.Title, trouble.Result.ToString().ToLowerInvariant(), trouble.SourceUrl,
                    trouble.Detail is { Length: > MaxDetailLength } detail ? $"{detail[..MaxDetailLength]}…" : trouble.Detail ?? "",
                }));
        }

        if (answer.Trouble.Count > TroubleShown)
        {
            terminal.Out.WriteLine($"  and {answer.Trouble.Count - TroubleShown} more: see --json");
        }

        if (answer.Report is { } report)
        {
            WriteChanges(answer.DryRun, report);
        }
    }

    private void WriteChanges(bool isDry, AvailabilityReport report)
    {
        if (report.Changes is { Count: > 0 } changes)
        {
            terminal.WriteTable(
                ["Source", "Video", "Was", isDry || report.Braked.Count > 0 ? "Would be" : "Is"],
                changes.Take(TroubleShown).Select(change => new[]
                {
                    change.Source, change.ExternalId, Text(change.Before), Text(change.After),
                }));
        }

        if (report.Braked.Count == 0)
        {
            terminal.Out.WriteLine(
                $"{report.Changed} videos {(isDry ? "would have" : "have")} another state{(isDry ? "" : " now")}"
                + (report.Unknown > 0 ? $"; {report.Unknown} were not known to the catalogue under the id found." : "."));
        }
    }

    private static string Text(Availability state) => state.ToString().ToLowerInvariant();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed class BarProgress(ProgressTask bar) : IProgress<CheckedLink>
    {
        public void Report(CheckedLink value)
        {
            bar.Description = Markup.Escape(value.Link.Video.Source);
            bar.Increment(1);
        }
    }
}
