using Scraper.Sources;
using Scraper.Tests.Collecting;
using Scraper.Tests.Publishing;

namespace Scraper.Tests.Editing.Runs;

public sealed class RunsCommandsTests : IAsyncLifetime, IDisposable
{
    private StubMetadata _metadata = null!;
    private CommandLine _cli = null!;

    public async Task InitializeAsync()
    {
        _metadata = await StubMetadata.StartAsync();
        _metadata.Unwanted = "film-2";
        var source = new ScriptedSource()
            .With("list:a", ScriptedPage.Films(1, 3) with
            {
                Rejects =
                [
                    new RejectedItem("x1", "\"duration\" is \"long\", not a number", "{}"),
                    new RejectedItem("x2", "\"duration\" is \"short\", not a number", "{}"),
                    new RejectedItem(null, "no id", "{}"),
                ],
            }, ScriptedPage.Films(4, 1))
            .With("list:b", ScriptedPage.Broken(new SourceException(SourceFailure.Gone, "404")));
        _cli = new CommandLine(source, _metadata.Url);
        await _cli.RunAsync("scrape", "scripted", "--target", "list:a", "--target", "list:b");
    }

    public async Task DisposeAsync() => await _metadata.DisposeAsync();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task A_run_is_told_by_step_and_target_with_failures_of_a_kind_together()
    {
        var shown = await _cli.RunAsync("runs", "show", "1");

        Assert.Equal((0, ""), (shown.Code, shown.Error));
        Assert.StartsWith("Run 1: scripted, partly\n", shown.Out, StringComparison.Ordinal);
        Assert.Contains("fetch 2 pages 1\nparse 5 videos 3\n", shown.Table, StringComparison.Ordinal);
        Assert.Contains("publish 3 films 1\n", shown.Table, StringComparison.Ordinal);
        Assert.Contains("list:a 2 7 4 3 finished\nlist:b 0 0 0 0 failed\n", shown.Table, StringComparison.Ordinal);
        Assert.Contains("2 × parse: \"duration\" is \"long\", not a number\nx1, x2\n", shown.Table, StringComparison.Ordinal);
        Assert.Contains("1 × fetch: list:b: 404\n", shown.Table, StringComparison.Ordinal);
        Assert.Contains("--retry-failed", shown.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_JSON_it_has_every_failure_and_their_reasons()
    {
        var run = (await _cli.RunAsync("runs", "show", "1", "--json")).Json();

        Assert.Equal((1, 5, 4, 5, 2), (
            run.GetProperty("schema").GetInt32(), run.GetProperty("steps").GetArrayLength(),
            run.GetProperty("reasons").GetArrayLength(), run.GetProperty("failed").GetArrayLength(),
            run.GetProperty("targets").GetArrayLength()));
        Assert.Equal(2, run.GetProperty("reasons")[0].GetProperty("count").GetInt32());
        Assert.True(run.GetProperty("seconds").GetDouble() >= 0);
    }

    [Fact]
    public async Task Runs_are_listed_newest_first()
    {
        await _cli.RunAsync("scrape", "scripted", "--target", "list:a", "--limit", "1");

        var listed = await _cli.RunAsync("runs", "list");

        var rows = listed.Table.Split('\n');
        Assert.StartsWith("2 scripted ", rows[1], StringComparison.Ordinal);
        Assert.EndsWith(" partly 7 4 0 3", rows[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_not_there_is_named()
    {
        var missing = await _cli.RunAsync("runs", "show", "99");

        Assert.Equal(2, missing.Code);
        Assert.StartsWith("There is no run 99.", missing.Error, StringComparison.Ordinal);
    }
}
