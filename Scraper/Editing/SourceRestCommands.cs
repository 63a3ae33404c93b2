using System.CommandLine;
using Scraper.Journal;
using Scraper.Sources;

namespace Scraper.Editing;

/// <summary>scraper sources pause, resume: keeps a source from the schedule, and gives it back.</summary>
internal sealed class SourceRestCommands(CommandContext context, Argument<string> source)
{
    public Command Pause()
    {
        var command = new EditorCommand(
            "pause", "Keeps a source from the schedule until it is resumed; by hand it still runs.", "scraper sources pause rutube")
        {
            source,
        };
        command.SetAction((parsed, token) => RunAsync(
            parsed, (standings, name) => standings.PauseAsync(name, token), name => $"{name} is paused: the schedule leaves it alone."));
        return command;
    }

    public Command Resume()
    {
        var command = new EditorCommand(
            "resume", "Gives a paused source back to the schedule; one that was failing is tried again at once.",
            "scraper sources resume rutube")
        {
            source,
        };
        command.SetAction((parsed, token) => RunAsync(
            parsed, (standings, name) => standings.ResumeAsync(name, token), name => $"{name} is back on the schedule."));
        return command;
    }

    private Task<int> RunAsync(
        ParseResult parsed, Func<SourceStandings, string, Task> change, Func<string, string> tell) =>
        context.WithServicesAsync(async services =>
        {
            var name = ScrapeOrder.Find(services.GetRequiredService<SourceCatalog>(), parsed.GetValue(source)!).Name;
            await change(services.GetRequiredService<SourceStandings>(), name);
            await context.Terminal.Out.WriteLineAsync(tell(name));
            return ExitCode.Done;
        });
}
