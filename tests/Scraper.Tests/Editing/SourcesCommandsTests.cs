using Scraper.Sources;
using Scraper.Tests.Collecting;

namespace Scraper.Tests.Editing;

public sealed class SourcesCommandsTests
{
    [Fact]
    public async Task A_source_that_fails_is_shown_with_its_reason_and_the_next_try()
    {
        using var cli = new CommandLine(Failing());
        await cli.RunAsync("scrape", "scripted", "--target", "list:a");

        var list = await cli.RunAsync("sources", "list");
        var show = await cli.RunAsync("sources", "show", "scripted");
        var json = await cli.RunAsync("sources", "show", "scripted", "--json");
        var doctor = await cli.RunAsync("doctor");

        Assert.Contains("scripted yes failing", list.Table, StringComparison.Ordinal);
        Assert.Contains("failing since", show.Out, StringComparison.Ordinal);
        Assert.Contains("answers 503", show.Out, StringComparison.Ordinal);
        var standing = json.Json().GetProperty("sources")[0].GetProperty("standing");
        Assert.Equal(("failing", 1), (standing.GetProperty("state").GetString(), standing.GetProperty("failures").GetInt32()));
        Assert.Equal(
            TimeSpan.FromMinutes(1),
            standing.GetProperty("retryAt").GetDateTimeOffset() - standing.GetProperty("failingSince").GetDateTimeOffset());
        Assert.Contains("scraper sources test scripted", doctor.Table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_runs_a_failing_source_all_the_same_and_is_told()
    {
        var source = Failing();
        using var cli = new CommandLine(source);
        await cli.RunAsync("scrape", "scripted", "--target", "list:a");

        var again = await cli.RunAsync("scrape", "scripted", "--target", "list:a");

        Assert.Equal(2, source.Fetched.Count);
        Assert.Contains("It is run all the same, because you ask for it.", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_is_paused_and_resumed()
    {
        using var cli = new CommandLine(new ScriptedSource().With("list:a", ScriptedPage.Films(1, 2)));

        var paused = await cli.RunAsync("sources", "pause", "scripted");
        var list = await cli.RunAsync("sources", "list");
        var resumed = await cli.RunAsync("sources", "resume", "scripted");
        var after = await cli.RunAsync("sources", "list", "--json");

        Assert.Equal((0, 0), (paused.Code, resumed.Code));
        Assert.Contains("scripted yes paused", list.Table, StringComparison.Ordinal);
        Assert.Equal("ok", after.Json().GetProperty("sources")[0].GetProperty("standing").GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("pause")]
    [InlineData("resume")]
    [InlineData("show")]
    public async Task A_source_that_is_not_there_is_wrong_usage(string verb)
    {
        using var cli = new CommandLine();

        var result = await cli.RunAsync("sources", verb, "scriptd");

        Assert.Equal(2, result.Code);
        Assert.Contains("Did you mean \"scripted\"?", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Permission_is_shown_beside_what_robots_txt_says()
    {
        using var cli = new CommandLine
        {
            Options = new SourceOptions { BaseUrl = new Uri("https://films.example"), PermittedPaths = ["/api/"] },
        };

        var show = await cli.RunAsync("sources", "show", "scripted");

        Assert.Contains("read by permission whatever robots.txt says: /api/", show.Out, StringComparison.Ordinal);
        Assert.Contains("robots.txt: not asked for yet", show.Out, StringComparison.Ordinal);
    }

    private static ScriptedSource Failing() => new ScriptedSource().With(
        "list:a", ScriptedPage.Broken(new SourceException(SourceFailure.Unavailable, "https://films.example/ answers 503")));
}
