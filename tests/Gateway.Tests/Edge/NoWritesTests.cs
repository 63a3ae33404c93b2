namespace Gateway.Tests.Edge;

/// <summary>Nothing that writes to Metadata can be reached through the Gateway, however it is spelled.</summary>
public class NoWritesTests
{
    private static readonly (string Method, string Path)[] Writes =
    [
        ("PUT", "/api/v1/movies/batch"), ("POST", "/api/v1/movies"), ("PATCH", "/api/v1/movies/7"),
        ("DELETE", "/api/v1/movies/7"), ("POST", "/api/v1/movies/7/unlock"), ("POST", "/api/v1/movies/7/merge"),
        ("POST", "/api/v1/movies/7/split"), ("POST", "/api/v1/changes/1/undo"), ("POST", "/api/v1/exclusions"),
        ("DELETE", "/api/v1/exclusions/1"), ("PUT", "/api/v1/videos/availability"), ("POST", "/api/v1/plays"),
        ("GET", "/api/v1/changes"), ("GET", "/api/v1/exclusions"),
    ];

    private static readonly Func<string, string>[] Tricks =
    [
        path => path,
        path => path + "/",
        path => path.Replace("/api", "/API", StringComparison.Ordinal),
        path => path.ToUpperInvariant(),
        path => "/" + path,
        path => "//" + path,
        path => path.Replace("/v1/", "//v1//", StringComparison.Ordinal),
        path => path.Replace("/v1/", "/./v1/./", StringComparison.Ordinal),
        path => "/x/.." + path,
        path => "/assets/../" + path.TrimStart('/'),
        path => "/images/movies/../.." + path,
        path => path.Replace("/v1/", "/v1%2f", StringComparison.Ordinal),
        path => path.Replace("/v1/", "/v1%2F", StringComparison.Ordinal),
        path => path.Replace("/v1/", "/v1%252f", StringComparison.Ordinal),
        path => path.Replace("/v1/", "/v1%5c", StringComparison.Ordinal),
        path => path.Replace("/v1/", "/v1\\", StringComparison.Ordinal),
        path => path.Replace("api", "%61pi", StringComparison.Ordinal),
        path => path.Replace("v1", "v%31", StringComparison.Ordinal),
        path => path + "%00",
        path => path + "%20",
        path => path + ";x=1",
        path => path + "?_method=PUT",
        path => path + "?includeInactive=true",
        path => path + ".json",
        path => path + "#x",
        path => "/api/v1/movies/7/../.." + path["/api/v1".Length..],
        path => "/api/v1/movies/7%2f.." + path["/api/v1".Length..],
        path => "/health/live/../.." + path,
        path => "/swagger/../" + path.TrimStart('/'),
        path => "http://localhost:8081" + path,
    ];

    private static readonly string[] Smuggled =
    [
        "Authorization: Bearer 0123456789abcdef0123456789abcdef",
        "X-HTTP-Method-Override: PUT",
        "X-Original-URL: /api/v1/movies/batch",
        "X-Forwarded-For: 127.0.0.1",
        "Idempotency-Key: 1",
        "Cookie: key=0123456789abcdef",
    ];

    public static TheoryData<string, string> Routes()
    {
        var routes = new TheoryData<string, string>();
        foreach (var (method, path) in Writes)
        {
            routes.Add(method, path);
        }

        return routes;
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task No_spelling_of_a_write_reaches_Metadata(string method, string path)
    {
        await using var app = await GatewayApp.StartAsync();
        app.Metadata.On("/", "{}");

        foreach (var trick in Tricks)
        {
            await RawHttp.SendAsync(app.Client.BaseAddress!, method, trick(path), [.. Smuggled, "Content-Length: 0"]);
        }

        Assert.DoesNotContain(app.Metadata.Requests, request =>
            request.Method != "GET" || request.PathAndQuery.Contains("changes", StringComparison.Ordinal)
            || request.PathAndQuery.Contains("exclusions", StringComparison.Ordinal)
            || request.PathAndQuery.Contains("includeInactive", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_a_visitor_says_in_headers_travels_on()
    {
        await using var app = await GatewayApp.StartAsync();
        app.Metadata.On("/api/v1/movies", StubMetadata.Page(1));

        await app.GetAsync("/api/v1/movies", Smuggled);

        var request = Assert.Single(app.Metadata.Requests);
        Assert.Equal(["Host", "X-Deadline-Ms"], request.Headers.Keys.Order(StringComparer.Ordinal));
    }
}
