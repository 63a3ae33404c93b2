using System.Text.Json;

namespace Gateway.Tests.Edge;

/// <summary>Every error says what to do, and nothing of what is inside.</summary>
public class LeaksTests
{
    private const string Inside =
        "Npgsql.PostgresException at Metadata.Movies.ListMovies in /srv/Metadata/Movies/ListMovies.cs:line 42 SELECT * FROM movies";

    private static readonly string[] Tells =
        ["Npgsql", "SELECT", ".cs", "   at ", "/srv/", "Exception", "System.", "Microsoft.", "Kestrel", "127.0.0.1", "\nServer:", "X-Powered-By"];

    public static TheoryData<string, string, string[], int> Errors => new()
    {
        { "GET", "/api/v1/movies?page=bad", [], 400 },
        { "GET", "/api/v1/movies/9", [], 404 },
        { "GET", "/api/v1/movies/99999999999999999999", [], 404 },
        { "GET", "/api/v1/nothing", [], 404 },
        { "GET", "/movies/1.css", [], 404 },
        { "POST", "/api/v1/movies", ["Content-Length: 0"], 405 },
        { "GET", "/api/v1/movies", ["Content-Length: 6\r\n\r\nxx"], 413 },
        { "GET", $"/{new string('a', 9_000)}", [], 414 },
        { "GET", "/api/v1/facets", [], 503 },
        { "GET", "/api/v1/home", ["Expect: 100-continue"], 503 },
        { "GET", "/images/movies/7?size=xl", [], 400 },
        { "GET", "/api/v1/movies", ["Transfer-Encoding: chunked", "Content-Length: 5\r\n\r\n0"], 400 },
        { "GET", "/api/v1/suggestions", ["Host: b"], 400 },
        { "GET", "/\u00ff", [], 400 },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task An_error_tells_nothing_of_the_inside(string method, string target, string[] headers, int expected)
    {
        await using var app = await GatewayApp.StartAsync();
        app.Metadata
            .On("/api/v1/movies?page=bad", $"{{\"status\":400,\"detail\":\"page is no number.\"}}", 400, StubMetadata.ProblemJson)
            .On("/api/v1/facets", Inside, 500, "text/plain")
            .On("/api/v1/movies?", context => throw new InvalidOperationException(Inside));

        var (status, text) = await RawHttp.SendAsync(app.Client.BaseAddress!, method, target, headers);

        Assert.Equal(expected, status);
        Assert.All(Tells, tell => Assert.DoesNotContain(tell, text, StringComparison.Ordinal));
        var body = text.Split("\r\n\r\n", 2)[1];
        if (body.Length > 0 && !text.Contains("text/html", StringComparison.Ordinal))
        {
            Assert.Contains("Content-Type: application/problem+json\r\n", text, StringComparison.Ordinal);
            Assert.Equal(status, JsonDocument.Parse(body).RootElement.GetProperty("status").GetInt32());
        }
    }
}
