using System.Net;
using System.Text;
using Gateway.Tests.Catalog;

namespace Gateway.Tests.Edge;

public class RequestLimitsTests
{
    [Theory]
    [InlineData(8 * 1024, 200)]
    [InlineData((8 * 1024) + 1, 414)]
    [InlineData(12 * 1024, 414)]
    public async Task Long_addresses_are_refused_by_name(int length, int status)
    {
        await using var app = await GatewayApp.StartAsync();
        app.Metadata.On("/api/v1/movies", StubMetadata.Page());
        const string Start = "/api/v1/movies?unknown=";

        using var response = await app.GetAsync(Start + new string('a', length - Start.Length));

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_read_with_a_body_is_refused()
    {
        await using var app = await GatewayApp.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/movies")
        {
            Content = new StringContent("{\"includeInactive\":true}", Encoding.UTF8, "application/json"),
        };

        using var response = await app.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal(413, (await ReadCatalogTests.ReadProblemAsync(response)).GetProperty("status").GetInt32());
        Assert.Empty(app.Metadata.Requests);
    }

    [Fact]
    public async Task Too_many_headers_are_refused()
    {
        await using var app = await GatewayApp.StartAsync();
        var headers = Enumerable.Range(0, 101).Select(number => $"X-Header-{number}: a").ToArray();

        using var response = await app.GetAsync("/api/v1/movies", headers);

        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, response.StatusCode);
        Assert.Contains("102 headers", (await ReadCatalogTests.ReadProblemAsync(response)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Empty(app.Metadata.Requests);
    }

    [Theory]
    [InlineData("X-Large: ", 32 * 1024, 431)]
    [InlineData("X-Large: ", 16_000, 200)]
    [InlineData("Content-Length: 1048577", 0, 413)]
    [InlineData("Content-Length: 99999999999999999999", 0, 400)]
    [InlineData("Content-Length: -1", 0, 400)]
    public async Task Headers_and_bodies_that_are_too_large_are_refused(string header, int more, int expected)
    {
        await using var app = await GatewayApp.StartAsync();
        app.Metadata.On("/api/v1/movies", StubMetadata.Page());

        var (status, _) = await RawHttp.SendAsync(
            app.Client.BaseAddress!, expected == 413 ? "POST" : "GET", "/api/v1/movies", header + new string('a', more));

        Assert.Equal(expected, status);
    }

    [Fact]
    public async Task Ten_thousand_filters_are_too_long_an_address()
    {
        await using var app = await GatewayApp.StartAsync();

        using var response = await app.GetAsync("/api/v1/movies?" + string.Join('&', Enumerable.Range(0, 1_500).Select(number => $"genre={number}")));

        Assert.Equal(HttpStatusCode.RequestUriTooLong, response.StatusCode);
        Assert.Empty(app.Metadata.Requests);
    }
}
