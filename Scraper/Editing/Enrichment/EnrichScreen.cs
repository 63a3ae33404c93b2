using System.Globalization;
using Metadata.Client;
using Scraper.Editing.Movies;

namespace Scraper.Editing.Enrichment;

/// <summary>Shows what registries were asked and what came of it.</summary>
internal sealed class EnrichScreen(Terminal terminal, bool asJson)
{
    private const int RowsShown = 200;
    private const int MaxValueLength = 50;

    public int Write(EnrichAnswer answer)
    {
        if (asJson)
        {
            CliJson.Write(terminal.Out, answer, CliJson.Readable.EnrichAnswer);
        }
        else
        {
            WriteTables(answer);
        }

        if (answer.DryRun)
        {
            terminal.TellDryRun();
        }

        var troubled = answer.Registries.Where(registry => registry.Problem is not null).ToList();
        foreach (var registry in troubled)
        {
            terminal.Error.WriteLine($"{registry.Registry}: {registry.Problem}");
        }

        return troubled.Count == 0 ? ExitCode.Done
            : answer.Films.Count > 0 || troubled.Count < answer.Registries.Count ? ExitCode.Partly
            : ExitCode.Failed;
    }

    public int Write(PageOf<RegistryLookup> lookups)
    {
        if (asJson)
        {
            CliJson.Write(terminal.Out, new UnsureAnswer(CliJson.Schema, lookups), CliJson.Readable.UnsureAnswer);
            return ExitCode.Done;
        }

        terminal.WriteTable(
            ["Film", "Title", "Year", "Registry", "Asked", "Because"],
            lookups.Items.Select(lookup => new[]
            {
                Text(lookup.MovieId), lookup.Title, lookup.Year is { } year ? Text(year) : "", lookup.Registry,
                lookup.AskedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), lookup.Reason ?? "",
            }));
        terminal.Out.WriteLine($"{lookups.Items.Count} of {lookups.Total} unsure answers, page {lookups.Page}");
        return ExitCode.Done;
    }

    private void WriteTables(EnrichAnswer answer)
    {
        terminal.WriteTable(
            ["Registry", "Films", "Found", "Not found", "Unsure", "Changed", "Review", "Rejected", "Requests"],
            answer.Registries.Select(registry => new[]
            {
                registry.Registry, Text(registry.Films), Text(registry.Found), Text(registry.NotFound), Text(registry.Unsure),
                Text(registry.Changed), Text(registry.Review), Text(registry.Rejected), Text(registry.Requests),
            }));
        var rows = answer.Films.SelectMany(Rows).ToList();
        if (rows.Count > 0)
        {
            terminal.WriteTable(["Film", "Title", "Registry", "Field", "Old", "New", "Because"], rows.Take(RowsShown));
        }

        if (rows.Count > RowsShown)
        {
            terminal.Out.WriteLine($"  and {rows.Count - RowsShown} more: see --json");
        }
    }

    // A line for each field that changes, else one that says why there is none.
    private static IEnumerable<string[]> Rows(LookedUpFilm film)
    {
        string[] Row(string field, string old, string now, string because) =>
            [Text(film.MovieId), film.Title, film.Registry, field, old, now, because];
        return film.Changes.Count > 0
            ? film.Changes.Select(change => Row(
                change.Field, FieldText.Show(change.Old, MaxValueLength), FieldText.Show(change.New, MaxValueLength),
                film.Reason ?? "the only film of that title and year"))
            : film.Reason is { } reason ? [Row("", "", "", reason)] : [];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
