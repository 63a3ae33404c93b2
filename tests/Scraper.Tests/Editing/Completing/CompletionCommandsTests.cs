using System.Diagnostics;
using Scraper.Sources;
using Scraper.Tests.Collecting;

namespace Scraper.Tests.Editing.Completing;

public sealed class CompletionCommandsTests
{
    [Theory]
    [InlineData("scraper sc", "schedule scrape")]
    [InlineData("scraper movies un", "unhide unlock")]
    [InlineData("scraper scrape s", "scripted")]
    [InlineData("scraper scrape ", "scripted")]
    [InlineData("scraper scrape scripted --target ", "list:")]
    [InlineData("scraper scrape scripted --re", "--retry-failed")]
    [InlineData("scraper runs list --source ", "scripted")]
    [InlineData("scraper schedule pause ", "scripted enrichment")]
    [InlineData("scraper movies lock 12 ye", "year")]
    [InlineData("scraper runs list --source sc", "scripted")]
    [InlineData("scraper export --format ", "csv json")]
    [InlineData("scraper completion ", "bash fish pwsh zsh")]
    [InlineData("scraper runs show ", "")]
    [InlineData("scraper nonsense ", "")]
    public async Task What_may_come_next_is_told_a_word_a_line(string line, string words)
    {
        using var cli = new CommandLine { Options = new SourceOptions { Targets = ["list:a"] } };

        var result = await cli.RunAsync("complete", "--line", line);

        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Equal(
            words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Runs_are_offered_by_their_numbers()
    {
        using var cli = new CommandLine(new ScriptedSource().With("list:a", ScriptedPage.Films(1, 1)));
        await cli.RunAsync("scrape", "scripted", "--target", "list:a");

        var result = await cli.RunAsync("complete", "--line", "scraper runs show ");

        Assert.Equal("1\n", result.Out);
    }

    [Fact]
    public async Task A_shell_that_is_not_known_is_answered_with_those_that_are()
    {
        using var cli = new CommandLine();

        var result = await cli.RunAsync("completion", "tcsh");

        Assert.Equal(2, result.Code);
        Assert.Contains("pwsh", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bash_completes_what_the_program_answers()
    {
        using var cli = new CommandLine();
        var script = (await cli.RunAsync("completion", "bash")).Out;
        var bash = new ProcessStartInfo("bash", ["--norc", "-c", $$"""
            scraper() { [ "$1 $2" = "complete --line" ] && printf 'asked for [%s]\nscrape\n' "$3"; }
            {{script}}
            COMP_LINE='scraper scr --json' COMP_POINT=11
            _scraper
            printf '%s|' "${COMPREPLY[@]}"
            """])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };

        using var process = Process.Start(bash)!;
        var answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal((0, "asked for [scraper scr]|scrape|"), (process.ExitCode, answer));
    }
}
