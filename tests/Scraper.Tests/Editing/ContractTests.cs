using Scraper.Sources;
using Scraper.Tests.Collecting;
using Scraper.Tests.Publishing;

namespace Scraper.Tests.Editing;

/// <summary>The command line as the outside contract lists it, written down here by hand.</summary>
public sealed class ContractTests
{
    [Theory]
    [InlineData("serve")]
    [InlineData("sources list", "--json")]
    [InlineData("sources show", "<SOURCE>", "--json")]
    [InlineData("sources validate", "<FILE>", "--json")]
    [InlineData("sources test", "<SOURCE>", "--record", "--replay", "--json")]
    [InlineData("sources pause", "<SOURCE>")]
    [InlineData("sources resume", "<SOURCE>")]
    [InlineData("scrape", "<SOURCE>", "--target", "--since", "--limit", "--dry-run", "--plan", "--retry-failed", "--json")]
    [InlineData("apply", "<PLAN>", "--dry-run", "--reason", "--json")]
    [InlineData("schedule list", "--json")]
    [InlineData("schedule run", "<JOB>")]
    [InlineData("schedule pause", "<JOB>")]
    [InlineData("schedule resume", "<JOB>")]
    [InlineData("runs list", "--json")]
    [InlineData("runs show", "<RUN>", "--json")]
    [InlineData("review list", "--json")]
    [InlineData("review show", "<ID>", "--json")]
    [InlineData("review accept", "<ID>", "--into", "--json")]
    [InlineData("review reject", "<ID>", "--json")]
    [InlineData("movies find", "<WORDS>", "--json")]
    [InlineData("movies show", "<ID>", "--why", "--json")]
    [InlineData("movies edit", "<ID>", "--set", "--json")]
    [InlineData("movies lock", "<ID>", "<FIELD>")]
    [InlineData("movies unlock", "<ID>", "<FIELD>")]
    [InlineData("movies merge", "<A>", "<B>")]
    [InlineData("movies split", "<ID>", "<VIDEO>")]
    [InlineData("movies hide", "<ID>")]
    [InlineData("movies unhide", "<ID>")]
    [InlineData("exclude add", "--reason")]
    [InlineData("exclude list", "--json")]
    [InlineData("exclude remove", "<ID>")]
    [InlineData("links check", "--source")]
    [InlineData("changes", "--movie", "--since", "--json")]
    [InlineData("undo", "<SET>", "--last", "--json")]
    [InlineData("export", "--format", "--out")]
    [InlineData("import", "<FILE>", "--dry-run")]
    [InlineData("backup", "<FILE>")]
    [InlineData("restore", "<FILE>")]
    [InlineData("doctor", "--json")]
    [InlineData("title", "<TITLE>", "--duration", "--json")]
    [InlineData("completion", "<SHELL>")]
    public async Task Every_command_is_there_with_its_flags_and_shows_how_it_is_used(string command, params string[] words)
    {
        using var cli = new CommandLine();

        var help = await cli.RunAsync([.. command.Split(' '), "--help"]);

        Assert.Equal((0, ""), (help.Code, help.Error));
        Assert.Contains($"scraper {command} ", help.Out, StringComparison.Ordinal);
        Assert.Contains("Examples:\n", help.Out, StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word, help.Out, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, "whole")]
    [InlineData(1, "away")]
    [InlineData(2, "nowhere")]
    [InlineData(3, "cut")]
    [InlineData(5, "changed")]
    public async Task The_shell_hears_what_became_of_a_scrape(int code, string target)
    {
        var source = new ScriptedSource()
            .With("list:whole", ScriptedPage.Films(1, 2))
            .With("list:away", ScriptedPage.Broken(new SourceException(SourceFailure.Unavailable, "503")))
            .With("list:cut", ScriptedPage.Films(1, 2), ScriptedPage.Broken(new SourceException(SourceFailure.Unavailable, "503")))
            .With("list:changed", ScriptedPage.Broken(new SourceException(SourceFailure.Contract, "\"results\" is missing")));
        await using var metadata = await StubMetadata.StartAsync();
        using var cli = new CommandLine(source, metadata.Url);

        var result = await cli.RunAsync("scrape", "scripted", "--target", target == "nowhere" ? target : $"list:{target}");

        Assert.Equal(code, result.Code);
    }
}
