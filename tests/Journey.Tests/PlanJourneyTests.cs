using System.Security.Cryptography;
using System.Text.Json;
using Hosts;

namespace Journey.Tests;

/// <summary>An editor looks before writing: dry run, plan, apply.</summary>
public sealed class PlanJourneyTests
{
    private static readonly string[] Scrape = ["scrape", "rutube", "--target", "search:кино"];

    private static StubVideo Potemkin => StubFilms.All[0];

    private static StubVideo Vertov => StubFilms.All[1];

    [Fact]
    public async Task What_a_plan_shows_is_what_applying_it_changes_and_an_undo_takes_back()
    {
        await using var desk = await EditorsDesk.OpenAsync(Potemkin);
        await desk.DoAsync(Scrape);
        var export = await desk.DoAsync("export", "--format", "json");
        desk.Host(Potemkin with { Description = "Одесса, 1905 год." }, Vertov, StubFilms.All[6]);

        var plan = await desk.DoAsync([.. Scrape, "--plan", desk.File("plan.json")]);
        var unchanged = await desk.DoAsync("export", "--format", "json");
        await desk.DoAsync("apply", desk.File("plan.json"), "--reason", "silent films");

        Assert.Contains("New films: 1\n  Человек с киноаппаратом (1929), rutube/", plan.Output, StringComparison.Ordinal);
        Assert.Contains("  description: Восстание на корабле", plan.Output, StringComparison.Ordinal);
        Assert.Contains("→ Одесса, 1905 год.", plan.Output, StringComparison.Ordinal);
        Assert.Contains("DRY RUN, nothing written", plan.Messages, StringComparison.Ordinal);
        Assert.Equal(export.Output, unchanged.Output);
        var set = (await desk.DoAsync("changes", "--json")).Json.GetProperty("changes").GetProperty("items")[0];
        Assert.Equal(("apply", "silent films"), (set.GetProperty("action").GetString(), set.GetProperty("reason").GetString()));
        Assert.Equal(await PlannedAsync(desk), Changed(set));
        await desk.DoAsync("undo", "--last");
        Assert.Contains("Восстание на корабле", (await desk.DoAsync("movies", "show", "1")).Output, StringComparison.Ordinal);
        Assert.Contains(", hidden", (await desk.DoAsync("movies", "show", "2")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_in_between_stops_all_of_a_plan_with_6()
    {
        await using var desk = await EditorsDesk.OpenAsync(Potemkin);
        await desk.DoAsync(Scrape);
        desk.Host(Potemkin with { Description = "Одесса, 1905 год." }, Vertov);
        await desk.DoAsync([.. Scrape, "--plan", desk.File("plan.json")]);
        await desk.DoAsync("movies", "edit", "1", "--set", "description=Фильм о восстании");
        var before = await CatalogueFilesAsync(desk);

        var apply = await desk.EditAsync("apply", desk.File("plan.json"));

        Assert.Equal(6, apply.ExitCode);
        Assert.Contains("description", apply.Output, StringComparison.Ordinal);
        Assert.Contains("Фильм о восстании", apply.Output, StringComparison.Ordinal);
        Assert.Equal(before, await CatalogueFilesAsync(desk));
    }

    [Fact]
    public async Task A_dry_run_leaves_the_catalogues_files_byte_by_byte()
    {
        await using var desk = await EditorsDesk.OpenAsync(Potemkin);
        await desk.DoAsync(Scrape);
        await desk.DoAsync("movies", "edit", "1", "--set", "description=Фильм о восстании");
        desk.Host(Potemkin with { Description = "Одесса, 1905 год." }, Vertov);
        var before = await CatalogueFilesAsync(desk);

        var dry = await desk.DoAsync([.. Scrape, "--dry-run", "--json"]);

        Assert.Equal(before, await CatalogueFilesAsync(desk));
        var films = dry.Json.GetProperty("dryRun").GetProperty("plan").GetProperty("movies").EnumerateArray().ToList();
        Assert.Equal("updated created", string.Join(' ', films.Select(film => film.GetProperty("status").GetString())));
        Assert.Equal("video.description", Assert.Single(films[0].GetProperty("changes").EnumerateArray()).GetProperty("field").GetString());
    }

    [Fact]
    public async Task A_plan_applied_by_two_at_once_is_written_once()
    {
        await using var desk = await EditorsDesk.OpenAsync(Potemkin, Vertov);
        await desk.DoAsync([.. Scrape, "--plan", desk.File("plan.json")]);

        var applied = await Task.WhenAll(
            desk.DoAsync("apply", desk.File("plan.json")), desk.DoAsync("apply", desk.File("plan.json")));

        Assert.Single(applied, command => command.Messages.Contains("2 films written as change set", StringComparison.Ordinal));
        Assert.Single(applied, command => command.Messages.Contains("All 2 films are as", StringComparison.Ordinal));
    }

    private static async Task<string> PlannedAsync(EditorsDesk desk)
    {
        using var plan = JsonDocument.Parse(await File.ReadAllTextAsync(desk.File("plan.json")));
        return Lines(plan.RootElement.GetProperty("films").EnumerateArray()
            .SelectMany(film => film.GetProperty("changes").EnumerateArray(), (film, change) => Line(film, change)));
    }

    private static string Changed(JsonElement set) => Lines(set.GetProperty("changes").EnumerateArray()
        .Where(change => change.GetProperty("field").GetString() is not ("created" or "video.created"))
        .Select(change => Line(change, change)));

    private static string Line(JsonElement film, JsonElement change) =>
        $"{film.GetProperty("movieId")} {change.GetProperty("field")}: {change.GetProperty("old")} → {change.GetProperty("new")}";

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Order(StringComparer.Ordinal));

    private static async Task<string> CatalogueFilesAsync(EditorsDesk desk)
    {
        var hashes = new List<string>();
        foreach (var name in new[] { "movies.db", "movies.db-wal" })
        {
            hashes.Add($"{name} {Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(desk.File(name))))}");
        }

        return string.Join('\n', hashes);
    }
}
