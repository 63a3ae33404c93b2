using Scraper.Sources;

namespace Scraper.Tests.Editing.Reviews;

public sealed class UploadVerdictsTests : IAsyncLifetime
{
    private StubCatalogue _metadata = null!;

    public async Task InitializeAsync() => _metadata = await StubCatalogue.StartAsync(StubFilm.Of(5, "Зеркало", 1975));

    public async Task DisposeAsync() => await _metadata.DisposeAsync();

    private Task<CommandLine> InDoubtAsync(params RawVideo[] videos) => UploadsInDoubt.CollectAsync(_metadata, videos);

    [Fact]
    public async Task An_accepted_upload_is_published_as_a_film()
    {
        using var cli = await InDoubtAsync(UploadsInDoubt.Of(1, "Сталкер"));

        var result = await cli.RunAsync("review", "accept", "v1", "--json");

        Assert.Equal((0, 6), (result.Code, result.Json().GetProperty("movieId").GetInt32()));
        Assert.Equal("Сталкер", _metadata.Films[6]["title"]!.GetValue<string>());
        Assert.Equal("v1 accepted: the upload is in film 6.\n", result.Error);
    }

    [Fact]
    public async Task An_accepted_upload_is_put_into_the_film_named()
    {
        using var cli = await InDoubtAsync(UploadsInDoubt.Of(1, "Сталкер"));

        var result = await cli.RunAsync("review", "accept", "v1", "--into", "5", "--reason", "same film", "--json");

        var merge = Assert.Single(_metadata.Writes, write => write.Line == "POST /api/v1/movies/6/merge");
        Assert.Equal(("""{"intoId":5}""", "same film", Environment.UserName), (merge.Json, merge.Reason, merge.Actor));
        Assert.Equal((0, 5, 2), (
            result.Code, result.Json().GetProperty("movieId").GetInt32(), _metadata.Films[5]["videos"]!.AsArray().Count));
    }

    [Fact]
    public async Task An_upload_that_joins_another_film_is_split_off_and_put_into_the_film_named()
    {
        _metadata.Films[6] = StubFilm.Of(6, "Сталкер", 1979);
        using var cli = await InDoubtAsync(UploadsInDoubt.Of(1, "Сталкер"));

        await cli.RunAsync("review", "accept", "v1", "--into", "5");

        Assert.Equal((1, 2), (_metadata.Films[6]["videos"]!.AsArray().Count, _metadata.Films[5]["videos"]!.AsArray().Count));
    }

    [Fact]
    public async Task An_upload_that_Metadata_refuses_is_in_doubt_again()
    {
        using var cli = await InDoubtAsync(UploadsInDoubt.Of(1, "Сталкер запрещено"));

        var result = await cli.RunAsync("review", "accept", "v1");

        Assert.Equal((1, "v1 is in doubt again. Metadata refused it: excluded: its author\n"), (result.Code, result.Error));
        Assert.Contains("excluded: its author", (await cli.RunAsync("review", "show", "v1")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_whose_batch_Metadata_cannot_read_is_in_doubt_again()
    {
        using var cli = await InDoubtAsync(UploadsInDoubt.Of(1, "Сталкер"));
        _metadata.RefusesBatches = true;

        var result = await cli.RunAsync("review", "accept", "v1");

        Assert.Equal(1, result.Code);
        Assert.Contains("The batch is no batch.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_Metadata_is_away_an_accepted_upload_waits_and_the_next_run_brings_it()
    {
        using var cli = await InDoubtAsync(UploadsInDoubt.Of(1, "Сталкер"));
        _metadata.Host.Fail(Hosts.Fault.Status(503));

        var waiting = await cli.RunAsync("review", "accept", "v1");
        _metadata.Host.Recover();
        await cli.RunAsync("scrape", "scripted", "--target", "list:a");

        Assert.Equal(3, waiting.Code);
        Assert.Contains("waits in the outbox", waiting.Out, StringComparison.Ordinal);
        Assert.Equal("Сталкер", _metadata.Films[6]["title"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_was_rejected_is_not_asked_about_again()
    {
        using var cli = await InDoubtAsync(UploadsInDoubt.Of(1, "Сталкер"), UploadsInDoubt.Of(2, "Солярис"));
        await cli.RunAsync("review", "reject", "v1", "--reason", "a retelling");

        var again = await cli.RunAsync("scrape", "scripted", "--target", "list:a", "--json");
        var list = await cli.RunAsync("review", "list", "--json");

        Assert.Equal((1, 1), (again.Json().GetProperty("review").GetInt32(), again.Json().GetProperty("other").GetInt32()));
        Assert.DoesNotContain("Сталкер", list.Out, StringComparison.Ordinal);
        Assert.Contains("Солярис", list.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_accepted_is_a_film_to_every_later_run()
    {
        using var cli = await InDoubtAsync(UploadsInDoubt.Of(1, "Сталкер"));
        await cli.RunAsync("review", "accept", "v1");

        var again = await cli.RunAsync("scrape", "scripted", "--target", "list:a", "--json");

        Assert.Equal((0, 1), (again.Json().GetProperty("review").GetInt32(), again.Json().GetProperty("films").GetInt32()));
    }

    [Theory]
    [InlineData("accept")]
    [InlineData("reject")]
    public async Task A_decision_is_made_once(string command)
    {
        using var cli = await InDoubtAsync(UploadsInDoubt.Of(1, "Сталкер"));
        await cli.RunAsync("review", "reject", "v1");

        var second = await cli.RunAsync("review", command, "v1");

        Assert.Equal(2, second.Code);
        Assert.StartsWith($"v1 was rejected by {Environment.UserName} already.", second.Error, StringComparison.Ordinal);
    }
}
