using System.Text.Json.Nodes;
using Scraper.Tests.Collecting;

namespace Scraper.Tests.Editing.Planning;

public sealed class ApplyCommandTests : IAsyncLifetime, IDisposable
{
    private StubCatalogue _metadata = null!;
    private CommandLine _cli = null!;

    private string Plan => _cli.File("plan.json");

    public async Task InitializeAsync()
    {
        _metadata = await StubCatalogue.StartAsync();
        _metadata.With(PlanAnswers.Ask, PlanAnswers.Plan(PlanAnswers.Created(1), PlanAnswers.Updated(2, movieId: 12)));
        _cli = new CommandLine(
            new ScriptedSource().With("list:a", ScriptedPage.Films(1, 2)), _metadata.Host.BaseUrl);
        Assert.Equal(0, (await _cli.RunAsync("scrape", "scripted", "--target", "list:a", "--plan", Plan)).Code);
    }

    public async Task DisposeAsync() => await _metadata.DisposeAsync();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task A_plan_is_sent_as_it_stands_with_who_and_why()
    {
        _metadata.With(PlanAnswers.Apply, """{"set":7,"dryRun":false,"written":2,"alreadySo":0,"conflicts":[]}""");

        var result = await _cli.RunAsync("apply", Plan, "--reason", "films of 1957");

        Assert.Equal((0, "2 films written as change set 7; \"scraper undo 7\" takes it back.\n"), (result.Code, result.Error));
        Assert.Contains("rating: 6 → 7", result.Out, StringComparison.Ordinal);
        var sent = _metadata.Writes[^1];
        Assert.Equal(($"{PlanAnswers.Apply}?dryRun=false", Environment.UserName, "films of 1957"), (sent.Line, sent.Actor, sent.Reason));
        var expected = new JsonArray(PlanAnswers.Created(1), PlanAnswers.Updated(2, movieId: 12));
        Assert.True(JsonNode.DeepEquals(expected, sent.Body), sent.Json);
    }

    [Fact]
    public async Task Films_taken_out_of_the_file_are_not_sent()
    {
        _metadata.With(PlanAnswers.Apply, """{"set":7,"dryRun":false,"written":1,"alreadySo":0,"conflicts":[]}""");
        var plan = JsonNode.Parse(await File.ReadAllTextAsync(Plan))!;
        plan["films"]!.AsArray().RemoveAt(0);
        await File.WriteAllTextAsync(Plan, plan.ToJsonString());

        await _cli.RunAsync("apply", Plan);

        Assert.Equal(12, Assert.Single(_metadata.Writes[^1].Body!.AsArray())!["movieId"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_plan_out_of_date_ends_with_6_and_names_film_field_and_both_values()
    {
        _metadata.With(PlanAnswers.Apply, """
            {"dryRun":false,"written":0,"alreadySo":0,"conflicts":[{"title":"Летят журавли 2","movieId":12,
            "reason":"has changed since the plan was made","field":"rating","planned":6,"found":9}]}
            """);

        var text = await _cli.RunAsync("apply", Plan);
        var json = await _cli.RunAsync("apply", Plan, "--json");

        Assert.Equal((6, 6), (text.Code, json.Code));
        Assert.Contains("12: Летят журавли 2 rating 6 9 has changed since the plan was made", text.Table, StringComparison.Ordinal);
        Assert.Contains("is out of date; nothing was written", text.Error, StringComparison.Ordinal);
        Assert.Equal(9, json.Json().GetProperty("apply").GetProperty("conflicts")[0].GetProperty("found").GetInt32());
    }

    [Fact]
    public async Task A_plan_applied_already_is_done()
    {
        _metadata.With(PlanAnswers.Apply, """{"dryRun":false,"written":0,"alreadySo":2,"conflicts":[]}""");

        var result = await _cli.RunAsync("apply", Plan);

        Assert.Equal((0, ""), (result.Code, result.Out));
        Assert.Contains("All 2 films are as", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_asks_and_says_that_nothing_was_written()
    {
        _metadata.With(PlanAnswers.Apply, """{"dryRun":true,"written":2,"alreadySo":0,"conflicts":[]}""");

        var result = await _cli.RunAsync("apply", Plan, "--dry-run");

        Assert.Equal((0, "DRY RUN, nothing written\n"), (result.Code, result.Error));
        Assert.Equal($"{PlanAnswers.Apply}?dryRun=true", _metadata.Writes[^1].Line);
    }

    [Theory]
    [InlineData("\"title\": \"Летят журавли 1\",", "\"tilte\": \"Летят журавли 1\",", "line 12, column", "$.films[0].tilte")]
    [InlineData("\"year\": 1957", "\"year\": \"1957\"", "line 13, column", "$.films[0].year")]
    [InlineData("\"status\": \"created\"", "\"status\": \"deleted\"", "line 11, column", "$.films[0].status")]
    [InlineData("\"films\": [", "\"films\": [[", "line 9, column", "$.films[0]")]
    [InlineData("\"schema\": 1", "\"schema\": 2", "schema 2", "must be \"plan\" and 1")]
    [InlineData("\"kind\": \"plan\"", "\"kind\": \"export\"", "kind is \"export\"", "must be \"plan\" and 1")]
    [InlineData("\"films\"", "\"movies\"", "$.movies", "\"scraper scrape SOURCE --plan FILE\"")]
    public async Task A_damaged_or_foreign_file_is_wrong_usage_and_names_the_place(
        string right, string wrong, string place, string field)
    {
        var text = await File.ReadAllTextAsync(Plan);
        Assert.Contains(right, text, StringComparison.Ordinal);
        var at = text.IndexOf(right, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Plan, string.Concat(text.AsSpan(0, at), wrong, text.AsSpan(at + right.Length)));

        var result = await _cli.RunAsync("apply", Plan);

        Assert.Equal((2, ""), (result.Code, result.Out));
        Assert.Contains(place, result.Error, StringComparison.Ordinal);
        Assert.Contains(field, result.Error, StringComparison.Ordinal);
        Assert.Equal(PlanAnswers.Ask, Assert.Single(_metadata.Writes).Line);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("PK\u0003\u0004")]
    public async Task What_is_no_plan_at_all_is_wrong_usage(string content)
    {
        await File.WriteAllTextAsync(Plan, content);

        var result = await _cli.RunAsync("apply", Plan);

        Assert.Equal(2, result.Code);
        Assert.Contains("is no plan that can be applied", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_wrong_usage()
    {
        var result = await _cli.RunAsync("apply", _cli.File("other.json"));

        Assert.Equal(2, result.Code);
        Assert.Contains("other.json", result.Error, StringComparison.Ordinal);
    }
}
