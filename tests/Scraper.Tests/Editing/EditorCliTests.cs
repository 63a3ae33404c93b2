using Scraper.Tests.Collecting;

namespace Scraper.Tests.Editing;

public sealed class EditorCliTests
{
    [Theory]
    [InlineData("scrap", "scrape")]
    [InlineData("runz", "runs")]
    [InlineData("shedule", "schedule")]
    public async Task An_unknown_word_is_answered_with_the_nearest_one(string word, string nearest)
    {
        using var cli = new CommandLine();

        var result = await cli.RunAsync(word);

        Assert.Equal(2, result.Code);
        Assert.Contains($"Unknown word \"{word}\". Did you mean \"{nearest}\"?", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_command_the_help_is_shown()
    {
        using var cli = new CommandLine();

        var result = await cli.RunAsync();

        Assert.Equal(2, result.Code);
        Assert.Contains("scraper [command] [options]", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scrape")]
    [InlineData("title")]
    [InlineData("movies", "edit")]
    [InlineData("sources", "test")]
    public async Task Help_shows_examples(params string[] command)
    {
        using var cli = new CommandLine();

        var result = await cli.RunAsync([.. command, "--help"]);

        Assert.Equal(0, result.Code);
        Assert.Contains($"Examples:\n  scraper {string.Join(' ', command)}", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Journal:LeaseDuration", "00:00:01", "LeaseDuration")]
    [InlineData("Publishing:BatchSize", "501", "BatchSize")]
    [InlineData("ConnectionStrings:Scraper", "scraper.db", "ConnectionStrings:Scraper")]
    public async Task A_wrong_setting_stops_a_command_and_is_named(string key, string value, string named)
    {
        using var cli = new CommandLine { Settings = { [key] = value } };

        var result = await cli.RunAsync("runs", "list");

        Assert.Equal((1, ""), (result.Code, result.Out));
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unexpected_failure_is_told_in_a_sentence()
    {
        var source = new ScriptedSource().With("list:a", ScriptedPage.Broken(new InvalidOperationException("the page is upside down")));
        using var cli = new CommandLine(source);

        var result = await cli.RunAsync("scrape", "scripted", "--target", "list:a");

        Assert.Equal(1, result.Code);
        Assert.Equal("Unexpected failure: the page is upside down (--verbose shows where.)\n", result.Error);
    }

    [Fact]
    public async Task The_details_of_an_unexpected_failure_are_shown_when_asked_for()
    {
        var source = new ScriptedSource().With("list:a", ScriptedPage.Broken(new InvalidOperationException("the page is upside down")));
        using var cli = new CommandLine(source);

        var result = await cli.RunAsync("scrape", "scripted", "--target", "list:a", "--verbose");

        Assert.Contains("at Scraper.Collecting.Collector", result.Error, StringComparison.Ordinal);
    }
}
