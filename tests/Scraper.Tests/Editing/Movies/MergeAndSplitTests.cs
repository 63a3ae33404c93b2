namespace Scraper.Tests.Editing.Movies;

public sealed class MergeAndSplitTests : IAsyncLifetime
{
    private StubCatalogue _metadata = null!;

    public async Task InitializeAsync()
    {
        _metadata = await StubCatalogue.StartAsync(
            StubFilm.Of(7, "Зеркало", 1975), StubFilm.Of(8, "The Mirror", 1975));
        _metadata.Films[7]["videos"]!.AsArray().Add(StubFilm.Video(71, "rutube", "https://rutube.ru/video/6f1d/"));
    }

    public async Task DisposeAsync() => await _metadata.DisposeAsync();

    [Fact]
    public async Task A_merge_shows_both_films_and_puts_the_first_into_the_second()
    {
        using var cli = new CommandLine(metadata: _metadata.Host.BaseUrl);

        var result = await cli.RunAsync("movies", "merge", "8", "7", "--reason", "one film");

        var write = Assert.Single(_metadata.Writes);
        Assert.Equal(("POST /api/v1/movies/8/merge", """{"intoId":7}""", "one film"), (write.Line, write.Json, write.Reason));
        Assert.Equal(0, result.Code);
        Assert.StartsWith("8: The Mirror (1975)\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("undo --last", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("y", 0, 1)]
    [InlineData("да", 0, 1)]
    [InlineData("n", 1, 0)]
    [InlineData("", 1, 0)]
    public async Task A_person_is_asked_before_a_merge(string answer, int code, int writes)
    {
        using var cli = new CommandLine(metadata: _metadata.Host.BaseUrl) { IsInteractive = true };

        var result = await cli.RunAsync(["movies", "merge", "8", "7"], input: answer);

        Assert.Equal((code, writes), (result.Code, _metadata.Writes.Count));
        Assert.Contains("Merge 8: The Mirror (1975) into 7: Зеркало (1975)? [y/N]", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_who_says_yes_beforehand_is_not_asked()
    {
        using var cli = new CommandLine(metadata: _metadata.Host.BaseUrl) { IsInteractive = true };

        var result = await cli.RunAsync("movies", "merge", "8", "7", "--yes");

        Assert.Equal((0, 1), (result.Code, _metadata.Writes.Count));
        Assert.DoesNotContain("[y/N]", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_merge_writes_nothing()
    {
        using var cli = new CommandLine(metadata: _metadata.Host.BaseUrl);

        var result = await cli.RunAsync("movies", "merge", "8", "7", "--dry-run", "--json");

        Assert.Equal((0, "DRY RUN, nothing written\n"), (result.Code, result.Error));
        Assert.Equal(["schema", "movie", "other", "dryRun"], result.Keys());
        Assert.Empty(_metadata.Writes);
    }

    [Theory]
    [InlineData(2, "A film cannot be merged into itself.", "merge", "7", "7")]
    [InlineData(1, "There is no film with id 99.", "merge", "7", "99")]
    [InlineData(2, "Film 7 has no video 80. Its videos: 70, 71.", "split", "7", "80")]
    [InlineData(2, "These are all the videos of film 7", "split", "7", "70", "71")]
    public async Task What_makes_no_sense_is_refused_before_anything_is_written(int code, string message, params string[] command)
    {
        using var cli = new CommandLine(metadata: _metadata.Host.BaseUrl);

        var result = await cli.RunAsync(["movies", .. command]);

        Assert.Equal(code, result.Code);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Empty(_metadata.Writes);
    }

    [Fact]
    public async Task A_split_makes_a_film_of_its_own()
    {
        using var cli = new CommandLine(metadata: _metadata.Host.BaseUrl);

        var result = await cli.RunAsync("movies", "split", "7", "71", "--json");

        var write = Assert.Single(_metadata.Writes);
        Assert.Equal(("POST /api/v1/movies/7/split", """{"videoIds":[71]}"""), (write.Line, write.Json));
        Assert.Equal((0, 9), (result.Code, result.Json().GetProperty("movie").GetProperty("id").GetInt32()));
        Assert.Equal(1, result.Json().GetProperty("other").GetProperty("videos").GetArrayLength());
    }

    [Fact]
    public async Task A_dry_split_shows_what_would_be_left()
    {
        using var cli = new CommandLine(metadata: _metadata.Host.BaseUrl);

        var result = await cli.RunAsync("movies", "split", "7", "71", "--dry-run");

        Assert.Equal((0, "DRY RUN, nothing written\n"), (result.Code, result.Error));
        Assert.DoesNotContain("rutube", result.Out, StringComparison.Ordinal);
        Assert.Empty(_metadata.Writes);
    }

    [Theory]
    [InlineData("DELETE /api/v1/movies/7", "hide", "7")]
    [InlineData("DELETE /api/v1/movies/7?takeDown=true", "hide", "7", "--take-down")]
    [InlineData("PATCH /api/v1/movies/7", "unhide", "7")]
    public async Task Films_are_hidden_taken_down_and_shown_again(string line, params string[] command)
    {
        using var cli = new CommandLine(metadata: _metadata.Host.BaseUrl);

        var result = await cli.RunAsync(["movies", .. command, "--reason", "claim", "--json"]);

        var write = Assert.Single(_metadata.Writes);
        Assert.Equal((line, "claim", 0), (write.Line, write.Reason, result.Code));
        Assert.Equal(
            command[0] == "unhide", result.Json().GetProperty("movie").GetProperty("isActive").GetBoolean());
    }

    [Fact]
    public async Task A_person_is_asked_before_a_take_down()
    {
        using var cli = new CommandLine(metadata: _metadata.Host.BaseUrl) { IsInteractive = true };

        var result = await cli.RunAsync(["movies", "hide", "7", "--take-down"], input: "no");

        Assert.Equal((1, 0), (result.Code, _metadata.Writes.Count));
        Assert.Contains("never import its 2 videos again?", result.Error, StringComparison.Ordinal);
    }
}
