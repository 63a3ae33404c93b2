using System.Text.Json;

namespace Scraper.Tests.Editing;

public sealed class TitleCommandTests
{
    [Fact]
    public async Task A_title_is_explained_as_one_document()
    {
        using var cli = new CommandLine();

        var result = await cli.RunAsync("title", "Летят журавли (1957)", "--json", "--duration", "5820");

        Assert.Equal(0, result.Code);
        Assert.Equal("Летят журавли (1957)", result.Json().GetProperty("raw").GetString());
        Assert.Equal(1, result.Json().GetProperty("schema").GetInt32());
        Assert.Contains("Летят журавли", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_gives_one_document_for_each_line_in_order()
    {
        using var cli = new CommandLine();
        string[] titles = ["Летят журавли (1957)", "@Баллада о солдате\t5280", "", "Иваново детство\tполный фильм"];

        var result = await cli.RunAsync(["title", "-"], string.Join('\n', titles));

        var read = result.Out.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement.GetProperty("raw").GetString());
        Assert.Equal("Летят журавли (1957)|@Баллада о солдате||Иваново детство\tполный фильм", string.Join('|', read));
    }

    [Fact]
    public async Task A_title_that_begins_like_a_file_of_arguments_is_still_a_title()
    {
        using var cli = new CommandLine();

        var result = await cli.RunAsync("title", "@kino Летят журавли", "--json");

        Assert.Equal("@kino Летят журавли", result.Json().GetProperty("raw").GetString());
    }

    [Fact]
    public async Task For_a_person_the_title_year_and_kind_stand_in_lines()
    {
        using var cli = new CommandLine();

        var result = await cli.RunAsync("title", "Летят журавли (1957)");

        Assert.Contains("Title", result.Out, StringComparison.Ordinal);
        Assert.Contains("% sure", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[", result.Out, StringComparison.Ordinal);
    }
}
