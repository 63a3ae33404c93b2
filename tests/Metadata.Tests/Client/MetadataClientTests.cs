using System.Net;
using System.Text.Json.Nodes;
using Metadata.Client;

namespace Metadata.Tests.Client;

public sealed class MetadataClientTests(SqliteApp app) : IClassFixture<SqliteApp>
{
    [Fact]
    public async Task A_film_goes_in_is_edited_and_comes_out()
    {
        var caller = await app.EmptyAsync();
        var client = new MetadataClient(caller.Http);
        var report = await client.UpsertAsync([Uploads.Of("Бег", 1970)], "client-batch", CancellationToken.None);
        var id = report.Results[0].MovieId!.Value;

        var edited = await new EditingClient(caller.Http).EditAsync(
            id, new JsonObject { ["rating"] = 7.9, ["isActive"] = false }, new EditorNote("anna", null), CancellationToken.None);

        Assert.Equal((7.9, false), (edited.Rating, edited.IsActive));
        Assert.Equal("Бег", (await client.GetMovieAsync(id, includeInactive: true, CancellationToken.None)).Title);
        Assert.Equal(0, (await client.ListMoviesAsync("q=бег", CancellationToken.None)).Total);
        Assert.Equal(1, (await client.ListMoviesAsync("includeInactive=true", CancellationToken.None)).Total);
    }

    [Fact]
    public async Task A_refusal_tells_status_and_reason()
    {
        var client = new MetadataClient(app.CreateClient());

        var bad = await Assert.ThrowsAsync<MetadataException>(() => client.ListMoviesAsync("page=0", CancellationToken.None));
        var absent = await Assert.ThrowsAsync<MetadataException>(() => client.GetMovieAsync(999_999, false, CancellationToken.None));
        var keyless = await Assert.ThrowsAsync<MetadataException>(() => client.UpsertAsync([Uploads.Of("Бег", 1970)], "keyless", CancellationToken.None));

        Assert.Equal((HttpStatusCode.BadRequest, false), (bad.Status, bad.IsTransient));
        Assert.Contains("page must be a whole number", bad.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, absent.Status);
        Assert.Equal(HttpStatusCode.Unauthorized, keyless.Status);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_may_be_asked_again()
    {
        using var http = new HttpClient { BaseAddress = new Uri("http://127.0.0.1:1") };

        var failure = await Assert.ThrowsAsync<MetadataException>(
            () => new MetadataClient(http).ListMoviesAsync("", CancellationToken.None));

        Assert.Equal((null, true), (failure.Status, failure.IsTransient));
        Assert.Contains("Metadata__BaseUrl", failure.Message, StringComparison.Ordinal);
    }
}
