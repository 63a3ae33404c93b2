using Microsoft.EntityFrameworkCore;
using Scraper.Sources;
using Scraper.Tests.Collecting;
using Scraper.Tests.Editing.Reviews;

namespace Scraper.Tests.Editing.Planning;

public sealed class DryScrapeTests : IAsyncLifetime
{
    private static readonly string[] Scrape = ["scrape", "scripted", "--target", "list:a"];

    private StubCatalogue _metadata = null!;

    public async Task InitializeAsync() => _metadata = await StubCatalogue.StartAsync();

    public async Task DisposeAsync() => await _metadata.DisposeAsync();

    private CommandLine Films(int count) =>
        new(new ScriptedSource().With("list:a", ScriptedPage.Films(1, count)), _metadata.Host.BaseUrl);

    [Fact]
    public async Task A_dry_run_shows_what_Metadata_would_make_of_the_films_field_by_field()
    {
        _metadata.With(PlanAnswers.Ask, PlanAnswers.Plan(PlanAnswers.Created(1), PlanAnswers.Updated(2, movieId: 12)));
        using var cli = Films(5);

        var result = await cli.RunAsync([.. Scrape, "--dry-run"]);

        Assert.Equal((0, "DRY RUN, nothing written\n"), (result.Code, result.Error));
        Assert.EndsWith(
            """
            New films: 1
              Летят журавли 1 (1957), scripted/film-1
            Films that change: 1
              film 12 Летят журавли 2 (1957)
                  rating: 6 → 7
                  scripted/film-2 quality: unknown → 1080p
            Uploads that Metadata would reject: 1
              scripted/film-99: excluded: its author
            In the catalogue: 1 films created, 0 merged, 1 updated, 0 for review; 2 uploads change nothing but views, 1 rejected.

            """,
            result.Out, StringComparison.Ordinal);
        Assert.Equal(5, Assert.Single(_metadata.Writes).Body!.AsArray().Count);
    }

    [Fact]
    public async Task A_dry_run_writes_nothing_here()
    {
        _metadata.With(PlanAnswers.Ask, PlanAnswers.Plan(PlanAnswers.Created(1)));
        using var cli = Films(1);
        cli.Settings["Metadata:ApiKey"] = "0123456789abcdefghijklmnopqrstuv";

        await cli.RunAsync([.. Scrape, "--dry-run"]);

        Assert.Empty(Directory.GetFileSystemEntries(cli.Directory));
    }

    [Fact]
    public async Task A_dry_run_leaves_every_row_of_the_journal_and_knows_what_editors_have_decided()
    {
        using var cli = await UploadsInDoubt.CollectAsync(
            _metadata, UploadsInDoubt.Of(1, "Сталкер"), UploadsInDoubt.Of(2, "Зеркало"));
        await cli.RunAsync("review", "reject", "v1");
        var before = await RowsAsync(cli);

        var result = await cli.RunAsync([.. Scrape, "--dry-run"]);

        Assert.Contains(
            "review list: 1\n  scripted/film-2: Зеркало", result.Out, StringComparison.Ordinal);
        Assert.Contains("Videos left out: 1\n  scripted/film-1: Сталкер (other: rejected by an editor", result.Out, StringComparison.Ordinal);
        Assert.Equal(before, await RowsAsync(cli));
    }

    [Fact]
    public async Task Long_lists_are_cut_and_say_where_the_rest_is()
    {
        _metadata.With(PlanAnswers.Ask, PlanAnswers.Plan([.. Enumerable.Range(1, 25).Select(PlanAnswers.Created)]));
        using var cli = Films(25);

        var text = await cli.RunAsync([.. Scrape, "--dry-run"]);
        var json = await cli.RunAsync([.. Scrape, "--dry-run", "--json"]);

        Assert.Contains("журавли 20 (1957), scripted/film-20\n  … and 5 more (use --json or --plan)\n", text.Out, StringComparison.Ordinal);
        Assert.Equal(25, json.Json().GetProperty("dryRun").GetProperty("plan").GetProperty("movies").GetArrayLength());
    }

    [Fact]
    public async Task Without_Metadata_a_dry_run_shows_what_would_be_sent_and_says_that_this_is_not_all()
    {
        using var cli = new CommandLine(new ScriptedSource().With("list:a", ScriptedPage.Films(1, 2)));

        var text = await cli.RunAsync([.. Scrape, "--dry-run"]);
        var json = await cli.RunAsync([.. Scrape, "--dry-run", "--json"]);

        Assert.Equal(3, text.Code);
        Assert.Contains("Films that would be sent: 2\n  scripted/film-1: Летят журавли 1 (1957)", text.Out, StringComparison.Ordinal);
        Assert.Contains("What would change in the catalogue is not known", text.Error, StringComparison.Ordinal);
        Assert.Contains("Is it running, and is Metadata__BaseUrl right?", text.Error, StringComparison.Ordinal);
        var found = json.Json().GetProperty("dryRun");
        Assert.Equal((false, 2), (found.TryGetProperty("plan", out _), found.GetProperty("wouldSend").GetArrayLength()));
    }

    [Fact]
    public async Task More_films_than_a_plan_holds_are_told()
    {
        _metadata.With(PlanAnswers.Ask, PlanAnswers.Plan());
        using var cli = Films(5_001);

        var result = await cli.RunAsync([.. Scrape, "--dry-run"]);

        Assert.Equal((3, 5_000), (result.Code, Assert.Single(_metadata.Writes).Body!.AsArray().Count));
        Assert.Contains("Only the first 5000 of 5001 films were compared", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_holds_the_films_with_their_changes_and_is_readable()
    {
        _metadata.With(PlanAnswers.Ask, PlanAnswers.Plan(PlanAnswers.Created(1), PlanAnswers.Updated(2, movieId: 12)));
        using var cli = Films(2);

        var result = await cli.RunAsync([.. Scrape, "--plan", cli.File("plan.json")]);

        Assert.Equal(0, result.Code);
        Assert.Contains($"\"scraper apply {cli.File("plan.json")}\" writes its 2 films", result.Error, StringComparison.Ordinal);
        var text = await File.ReadAllTextAsync(cli.File("plan.json"));
        Assert.StartsWith("{\n  \"schema\": 1,\n  \"kind\": \"plan\",\n  \"source\": \"scripted\",\n", text, StringComparison.Ordinal);
        Assert.Contains("      \"title\": \"Летят журавли 1\",\n", text, StringComparison.Ordinal);
        Assert.Contains("          \"old\": 6,\n          \"new\": 7\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_there_is_not_written_over_and_the_source_is_not_asked()
    {
        var source = new ScriptedSource().With("list:a", ScriptedPage.Films(1, 2));
        using var cli = new CommandLine(source, _metadata.Host.BaseUrl);
        await File.WriteAllTextAsync(cli.File("plan.json"), "mine");

        var result = await cli.RunAsync([.. Scrape, "--plan", cli.File("plan.json")]);

        Assert.Equal((2, 0, "mine"), (result.Code, source.Fetched.Count, await File.ReadAllTextAsync(cli.File("plan.json"))));
        Assert.Contains("is there already and is not written over", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 5)]
    public async Task No_plan_is_left_where_there_is_nothing_to_apply(bool sourceBroken, int code)
    {
        var source = new ScriptedSource().With("list:a", sourceBroken
            ? ScriptedPage.Broken(new SourceException(SourceFailure.Contract, "results: expected an array"))
            : ScriptedPage.Films(1, 2));
        using var cli = new CommandLine(source);

        var result = await cli.RunAsync([.. Scrape, "--plan", cli.File("plan.json")]);

        Assert.Equal(code, result.Code);
        Assert.Contains("No plan was written.", result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(cli.Directory, "*plan*"));
    }

    private static async Task<string> RowsAsync(CommandLine cli)
    {
        await using var parts = await ScraperParts.CreateAsync(new ScriptedSource(), directory: cli.Directory);
        await using var db = parts.OpenJournal();
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync();
        List<string> rows = [];
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Order(StringComparer.Ordinal))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\" ORDER BY 1";
            await using var row = await command.ExecuteReaderAsync();
            while (await row.ReadAsync())
            {
                rows.Add($"{table}: {string.Join('|', Enumerable.Range(0, row.FieldCount).Select(field =>
                    row.GetValue(field) is byte[] bytes ? Convert.ToHexString(bytes) : row.GetValue(field).ToString()))}");
            }
        }

        Assert.Contains(rows, line => line.StartsWith("SeenVideos", StringComparison.Ordinal));
        return string.Join('\n', rows);
    }
}
