using Microsoft.AspNetCore.Http;

namespace Gateway.Tests.Edge;

/// <summary>Whatever a visitor sends, no line of the log is of his making, and no secret he sends is kept.</summary>
public class ForgedLogsTests
{
    private const string Canary = "canary-7f3a";

    private static readonly string[] Payloads =
    [
        "%0d%0afail: forged[0]%0a      " + Canary, "%1b[31m" + Canary, "%00" + Canary, "%e2%80%a8" + Canary, "%c2%85" + Canary,
        "{Path}" + Canary, "${jndi:ldap://" + Canary + "}", "%2e%2e%2f" + Canary,
    ];

    private static IEnumerable<(string Target, string[] Headers)> Requests() =>
        from payload in Payloads
        from request in new (string, string[])[]
        {
            ($"/{payload}", []), ($"/api/v1/movies/{payload}", []), ($"/api/v1/movies?q={payload}", []), ($"/?{payload}=1", []),
            ($"/images/movies/7?size={payload}", []), ($"/movies/7/{payload}", []),
            ("/api/v1/facets", [$"User-Agent: {payload}", $"Referer: {payload}", $"X-Forwarded-For: {payload}", $"Authorization: Bearer {payload}"]),
            ("/api/v1/facets", [$"Cookie: {payload}", $"Accept-Encoding: {payload}", $"If-None-Match: {payload}", $"Traceparent: {payload}"]),
            ("/api/v1/facets", [$"X-A: \u001b[31m{Canary}", $"X-B: a\u0085{Canary}"]),
        }
        select request;

    [Fact]
    public async Task No_input_makes_a_line_of_the_log()
    {
        await using var app = await GatewayApp.StartAsync("Logging:LogLevel:Gateway=Debug", "ForwardedHeaders:KnownProxies=127.0.0.1");
        app.Metadata.On("/api/v1/facets", context =>
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return context.Response.WriteAsync($"{Canary}\nfail: forged by the service behind");
        });

        foreach (var (target, headers) in Requests())
        {
            await RawHttp.SendAsync(app.Client.BaseAddress!, "GET", target, headers);
        }

        Assert.Contains(app.LogLines, line => line.Contains("facets", StringComparison.Ordinal));
        Assert.All(app.LogLines, line =>
        {
            Assert.DoesNotContain(Canary, line, StringComparison.Ordinal);
            Assert.DoesNotContain(line, letter => char.IsControl(letter));
        });
    }
}
