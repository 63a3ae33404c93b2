using System.Net;

namespace Gateway.Tests.Edge;

public class CanonicalPathsTests
{
    [Theory]
    [InlineData("/catalog/", "/catalog")]
    [InlineData("/movies/7/film/?t=5", "/movies/7/film?t=5")]
    [InlineData("/API/V1/Movies?q=A", "/api/v1/movies?q=A")]
    [InlineData("/api/v1/movies/", "/api/v1/movies")]
    [InlineData("/Images/Movies/7?size=s", "/images/movies/7?size=s")]
    public async Task Other_spellings_lead_to_the_one_address(string path, string canonical)
    {
        await using var app = await GatewayApp.StartAsync();

        using var response = await app.GetAsync(path);

        Assert.Equal(HttpStatusCode.PermanentRedirect, response.StatusCode);
        Assert.Equal(canonical, response.Headers.Location?.OriginalString);
        Assert.Empty(app.Metadata.Requests);
    }

    [Theory]
    [InlineData("//api/v1/movies")]
    [InlineData("/api//v1/movies")]
    [InlineData("//evil.example/")]
    [InlineData("///evil.example/")]
    [InlineData("/%5Cevil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/api/v1%2fmovies")]
    [InlineData("/api/v1%2Fmovies")]
    [InlineData("/api/v1%252fmovies")]
    [InlineData("/api/v1/movies;x=1")]
    [InlineData("/api/v1/movies/7.json")]
    [InlineData("/api/v1/movies/7%00")]
    [InlineData("/assets/..%2f..%2fappsettings.json")]
    [InlineData("/assets/../../appsettings.json")]
    [InlineData("/assets/....//appsettings.json")]
    [InlineData("/appsettings.json")]
    [InlineData("/.env")]
    [InlineData("/Gateway.dll")]
    public async Task Look_alikes_lead_nowhere(string target)
    {
        await using var app = await GatewayApp.StartAsync();
        app.Metadata.On("/", StubMetadata.Page(1));

        var (status, text) = await RawHttp.SendAsync(app.Client.BaseAddress!, "GET", target);

        Assert.True(status is 404 or 400, $"{target} answered {status}");
        Assert.DoesNotContain("Logging", text, StringComparison.Ordinal);
        Assert.Empty(app.Metadata.Requests);
    }

    [Fact]
    public async Task Dots_are_resolved_before_anything_looks_at_the_path()
    {
        await using var app = await GatewayApp.StartAsync();
        app.Metadata.On("/api/v1/movies", StubMetadata.Page(1));

        var (status, _) = await RawHttp.SendAsync(app.Client.BaseAddress!, "GET", "/api/v1/./x/../movies");

        Assert.Equal(200, status);
        Assert.Equal(["/api/v1/movies"], app.Metadata.Asked);
    }
}
