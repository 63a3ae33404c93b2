using System.Globalization;

namespace Scraper.Editing.Replaying;

/// <summary>Shows what came of a replay.</summary>
internal sealed class ReplayScreen(Terminal terminal, bool asJson)
{
    private const int FilmsShown = 50;

    /// <summary>How far it has come, and who stands in the way, are told as of any run.</summary>
    public ScrapeScreen Progress { get; } = new(terminal, asJson);

    /// <returns>The command's exit code.</returns>
    public int Write(ReplayReport report, string? message)
    {
        foreach (var word in report.Damaged.Append(message).OfType<string>())
        {
            terminal.Error.WriteLine(word);
        }

        if (asJson)
        {
            CliJson.Write(terminal.Out, report, CliJson.Readable.ReplayReport);
            return report.ExitCode;
        }

        WriteCounts(report);
        WriteFilms(report.Films ?? []);
        if (report.Ended.Count > 0)
        {
            terminal.WriteTable(
                ["Broke off", "Target", "Reason"],
                report.Ended.Select(end => new[] { $"run {end.RunId}", end.Target, end.Reason }));
        }

        if (report.RunId == 0)
        {
            terminal.TellDryRun();
        }

        return report.ExitCode;
    }

    private void WriteCounts(ReplayReport report)
    {
        var runs = string.Join(", ", report.Runs.Select(run => string.Create(
            CultureInfo.InvariantCulture, $"{run.Id} (rules {run.Parser ?? "unknown"})")));
        terminal.Out.WriteLine($"{report.Source}, replay of run {runs} with rules {report.Parser}: {report.Answers} recorded answers");
        terminal.Out.WriteLine(
            $"  seen {report.Seen}: {report.Different + report.Unchanged} films, {report.Episodes} episodes, "
            + $"{report.Trailers} trailers, {report.Other} other, {report.Review} for review");
        terminal.Out.WriteLine($"  {report.Different} differ from what was sent, {report.Unchanged} do not");
        if (report.RunId > 0)
        {
            terminal.Out.WriteLine(
                $"  sent as run {report.RunId}: {report.Created} new, {report.Updated} updated, {report.Rejected} rejected");
        }
    }

    private void WriteFilms(IReadOnlyList<ReplayDifference> films)
    {
        if (films.Count == 0)
        {
            return;
        }

        terminal.WriteTable(
            ["Would", "Title", "Year", "Id", "Raw title"],
            films.Take(FilmsShown).Select(film => new[]
            {
                film.IsNew ? "add" : "change", film.Title, film.Year?.ToString(CultureInfo.InvariantCulture) ?? "",
                $"{film.Source}/{film.ExternalId}", film.RawTitle,
            }));
        if (films.Count > FilmsShown)
        {
            terminal.Out.WriteLine($"  and {films.Count - FilmsShown} more: see --json");
        }
    }
}
