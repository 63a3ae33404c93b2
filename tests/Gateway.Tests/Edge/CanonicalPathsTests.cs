namespace Gateway.Tests.Edge;

public class CanonicalPathsTests
{
    [Theory]
    [InlineData("/catalog/", "/catalog")]
    [InlineData("/movies/7/film/?t=5", "/movies/7/film?t=5")]
    [InlineData("/API/V1/Movies?q=A", "/api/v1/movies?q=A")]
    [InlineData("/api/v1/movies/", "/api/v1/movies")]
    [InlineData("/Images/Movies/7?size=s", "/images/movies/7?size=s")]
    [InlineData("/Catalog?q=A", "/catalog?q=A")]
    [InlineData("/EN/Movies/7/Film", "/en/movies/7/film")]
    [InlineData("/Favicon.SVG", "/favicon.svg")]
    [InlineData("/%61pi/v1/movies", "/api/v1/movies")]
    [InlineData("/movies/7/%d1%84", "/movies/7/%D1%84")]
    [InlineData("/api/v1/./x/../movies", "/api/v1/movies")]
    [InlineData("/assets/../../appsettings.json", "/appsettings.json")]
    [InlineData("/./", "/")]
    public async Task Other_spellings_lead_to_the_one_address(string path, string canonical)
    {
        await using var app = await GatewayApp.StartAsync();

        var (status, text) = await RawHttp.SendAsync(app.Client.BaseAddress!, "GET", path);

        Assert.Equal(308, status);
        Assert.Contains($"\r\nLocation: {canonical}\r\n", text, StringComparison.Ordinal);
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
    [InlineData("/assets/....//appsettings.json")]
    [InlineData("/api/v1/movies/1.css")]
    [InlineData("/movies/1.css")]
    [InlineData("/api/v1/movies%3Fq=a")]
    [InlineData("/api/v1/movies%0D%0ASet-Cookie:a")]
    [InlineData("/appsettings.json")]
    [InlineData("/.env")]
    [InlineData("/gateway.dll")]
    public async Task Look_alikes_lead_nowhere(string target)
    {
        await using var app = await GatewayApp.StartAsync();
        app.Metadata.On("/", StubMetadata.Page(1));

        var (status, text) = await RawHttp.SendAsync(app.Client.BaseAddress!, "GET", target);

        Assert.True(status is 404 or 400, $"{target} answered {status}");
        Assert.DoesNotContain("Logging", text, StringComparison.Ordinal);
        Assert.Empty(app.Metadata.Requests);
    }

    [Theory]
    [InlineData("/api/v1/movies")]
    [InlineData("/assets/Index-A1B2C3.js")]
    [InlineData("/movies/7/%D1%84%D0%B8%D0%BB%D1%8C%D0%BC")]
    [InlineData("/movies/7/it's-(a)-film,really!")]
    public async Task The_one_address_is_redirected_nowhere(string path)
    {
        await using var app = await GatewayApp.StartAsync();

        var (status, _) = await RawHttp.SendAsync(app.Client.BaseAddress!, "GET", path);

        Assert.NotEqual(308, status);
    }

    [Fact]
    public async Task Where_a_redirect_leads_is_where_it_ends()
    {
        await using var app = await GatewayApp.StartAsync();
        string[] unusual = ["/movies/7/a|b", "/movies/7/[a]", "/movies/7/{a}", "/movies/7/a%20b", "/movies/7/%C4%B0", "/movies/7/a\"b"];

        foreach (var path in unusual)
        {
            var (status, text) = await RawHttp.SendAsync(app.Client.BaseAddress!, "GET", path);
            var next = status == 308 ? text.Split("Location: ")[1].Split("\r\n")[0] : path;

            Assert.NotEqual(308, (await RawHttp.SendAsync(app.Client.BaseAddress!, "GET", next)).Status);
        }
    }
}
