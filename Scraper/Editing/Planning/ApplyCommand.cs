using System.CommandLine;
using System.Globalization;
using System.Net;
using Metadata.Client;
using Scraper.Editing.Movies;

namespace Scraper.Editing.Planning;

/// <summary>scraper apply: carries out a plan, all of it or nothing.</summary>
internal sealed class ApplyCommand(CommandContext context)
{
    private const int ConflictsShown = 50;
    private const int MaxValueLength = 40;

    private readonly Argument<string> _plan = new("PLAN") { Description = "The file that \"scraper scrape --plan\" wrote." };

    private readonly Option<string?> _reason = EditorOptions.Reason();

    private readonly Option<bool> _dry = EditorOptions.DryRun();

    private readonly Option<bool> _json = EditorOptions.Json();

    public Command Create()
    {
        var command = new EditorCommand(
                "apply", "Writes exactly what a plan says, in one change set. If any of its films is no longer as the plan found it, "
                + "nothing is written and the exit code is 6. To leave films out, delete them from \"films\" in the file, each as a whole. "
                + "A plan applied again finds everything done and writes nothing.",
                "scraper apply plan.json --dry-run",
                "scraper apply plan.json --reason \"films of the thirties\"")
        {
            _plan, _reason, _dry, _json,
        };
        command.SetAction((parsed, token) => context.WithAsync<EditingClient>(editing => RunAsync(editing, parsed, token)));
        return command;
    }

    private async Task<int> RunAsync(EditingClient editing, ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = parsed.GetValue(_plan)!;
        var plan = await PlanFile.ReadAsync(path, cancellationToken);
        var isDry = parsed.GetValue(_dry);
        var note = EditorOptions.Note(parsed.GetValue(_reason) ?? WhereFrom(plan));
        var report = plan.Films.Count == 0
            ? new PlanReport(Set: null, isDry, 0, 0, [])
            : await SendAsync(editing, path, plan.Films, isDry, note, cancellationToken);
        if (parsed.GetValue(_json))
        {
            CliJson.Write(context.Terminal.Out, new ApplyAnswer(CliJson.Schema, report), CliJson.Readable.ApplyAnswer);
        }
        else if (report.Conflicts.Count > 0)
        {
            Write(report.Conflicts);
        }
        else if (report.Written > 0)
        {
            PlanScreen.WriteFilms(context.Terminal, plan.Films, $"see {path}");
        }

        return Tell(report, plan.Films.Count, path);
    }

    private static async Task<PlanReport> SendAsync(
        EditingClient editing, string path, IReadOnlyList<PlannedMovie> films, bool isDry, EditorNote note,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            // Once begun it is not cut off, so that its end is known.
            return await editing.ApplyAsync(films, isDry, note, isDry ? cancellationToken : CancellationToken.None);
        }
        catch (MetadataException wrong) when (wrong.Status == HttpStatusCode.BadRequest)
        {
            throw new UsageException($"The films of {path} are not as they were planned. {wrong.Message}");
        }
    }

    private int Tell(PlanReport report, int films, string path)
    {
        var error = context.Terminal.Error;
        if (report.Conflicts.Count > 0)
        {
            error.WriteLine(
                $"{path} is out of date; nothing was written. Take the films named out of it, or make a new plan.");
            return ExitCode.PlanOutdated;
        }

        if (report.Written == 0)
        {
            error.WriteLine(films == 0
                ? $"{path} has no films; nothing is to be written."
                : $"All {films} films are as {path} wants them already; nothing is to be written.");
        }
        else if (report.Set is { } set)
        {
            error.WriteLine($"{report.Written} films written as change set {set}; \"scraper undo {set}\" takes it back.");
        }

        if (report.Written > 0 && report.AlreadySo > 0)
        {
            error.WriteLine($"{report.AlreadySo} further films are as planned already.");
        }

        if (report.DryRun)
        {
            context.Terminal.TellDryRun();
        }

        return ExitCode.Done;
    }

    private void Write(IReadOnlyList<PlanConflict> conflicts)
    {
        context.Terminal.WriteTable(
            ["Film", "Field", "Planned", "Now", "Because it"],
            conflicts.Take(ConflictsShown).Select(conflict => new[]
            {
                conflict.MovieId is { } id ? string.Create(CultureInfo.InvariantCulture, $"{id}: {conflict.Title}") : conflict.Title,
                conflict.Upload is null ? conflict.Field ?? "" : $"{conflict.Field} of {conflict.Upload}",
                FieldText.Show(conflict.Planned, MaxValueLength), FieldText.Show(conflict.Found, MaxValueLength), conflict.Reason,
            }));
        if (conflicts.Count > ConflictsShown)
        {
            context.Terminal.Out.WriteLine($"… and {conflicts.Count - ConflictsShown} more (use --json)");
        }
    }

    private static string WhereFrom(PlanFile plan) => string.Create(
        CultureInfo.InvariantCulture, $"plan of {plan.Source}, {plan.MadeAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
}

internal sealed record ApplyAnswer(int Schema, PlanReport Apply);
