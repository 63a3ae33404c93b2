using System.Net;
using Metadata.Caching;
using Microsoft.Extensions.DependencyInjection;

namespace Metadata.Tests.Caching;

/// <summary>Addresses asked again and again, at a real server: only that knows what the client wrote.</summary>
public sealed class AnswerAddressesTests : IDisposable
{
    private readonly SqliteApp _app = new();
    private readonly Caller _caller;

    public AnswerAddressesTests()
    {
        _app.UseKestrel(0);
        _caller = _app.Caller();
    }

    private int Known => _app.Services.GetRequiredService<AnswerAddresses>().Count;

    [Theory]
    [InlineData("movies?genre=%D0%B4%D1%80%D0%B0%D0%BC%D0%B0&sort=new")]
    [InlineData("movies")]
    [InlineData("movies/1")]
    [InlineData("movies/1/similar?limit=3")]
    [InlineData("facets?yearFrom=1990")]
    [InlineData("suggestions?q=%D1%80")]
    public async Task The_third_answer_is_the_first_to_the_letter(string path)
    {
        await _caller.PutAsync(Uploads.Of("Раз", 2000) with { Genres = ["драма"] });
        var first = await AskAsync(HttpMethod.Get, path);
        await AskAsync(HttpMethod.Get, path);
        Assert.Equal(1, Known);

        var third = await AskAsync(HttpMethod.Get, path);

        Assert.Equal(first, third);
    }

    [Fact]
    public async Task A_write_outdates_a_known_address()
    {
        await AskAsync(HttpMethod.Get, "movies?sort=new");
        await AskAsync(HttpMethod.Get, "movies?sort=new");
        Assert.Equal(1, Known);

        await _caller.PutAsync(Uploads.Of("Раз", 2000));

        Assert.Equal(["Раз"], (await _caller.ListAsync("sort=new")).Items.Select(movie => movie.Title).ToArray());
    }

    [Theory]
    [InlineData("movies?sort=new&utm=1")]
    [InlineData("movies?sort=wrong")]
    [InlineData("movies/7")]
    [InlineData("movies/random")]
    public async Task Addresses_with_unknown_parameters_refusals_and_chance_are_not_learnt(string path)
    {
        for (var round = 0; round < 3; round++)
        {
            await AskAsync(HttpMethod.Get, path);
        }

        Assert.Equal(0, Known);
    }

    [Fact]
    public async Task Very_long_addresses_are_not_learnt()
    {
        for (var round = 0; round < 3; round++)
        {
            await AskAsync(HttpMethod.Get, $"movies?q={new string('a', 500)}");
        }

        Assert.Equal(0, Known);
    }

    [Theory]
    [InlineData("movies?sort=new")]
    [InlineData("movies/1")]
    [InlineData("facets")]
    public async Task Head_has_the_headers_of_get_and_no_body(string path)
    {
        await _caller.PutAsync(Uploads.Of("Раз", 2000));
        var get = await AskAsync(HttpMethod.Get, path);
        for (var round = 0; round < 3; round++)
        {
            var head = await AskAsync(HttpMethod.Head, path);

            Assert.Equal((get.Status, get.Type, get.Length, ""), head);
        }
    }

    [Fact]
    public async Task Head_of_nothing_is_not_found()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(HttpMethod.Head, "movies/7")).Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(HttpMethod.Head, "../../health/live")).Status);
    }

    public void Dispose() => _app.Dispose();

    private async Task<(HttpStatusCode Status, string? Type, long? Length, string Body)> AskAsync(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/{path}");
        using var answer = await _caller.Http.SendAsync(request);
        return (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentLength,
            await answer.Content.ReadAsStringAsync());
    }
}
