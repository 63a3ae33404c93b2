using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Gateway.Tests.Operations;

public class OpenApiDocumentTests
{
    private static string Recorded([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "OpenApi", "gateway.json");

    /// <summary>The site's types are generated from the recorded document. UPDATE_OPENAPI=1 records it anew.</summary>
    [Fact]
    public async Task The_document_is_the_recorded_one()
    {
        await using var app = await GatewayApp.StartAsync();

        var document = await app.Client.GetStringAsync("/swagger/v1/swagger.json");

        if (Environment.GetEnvironmentVariable("UPDATE_OPENAPI") == "1")
        {
            await File.WriteAllTextAsync(Recorded(), document + "\n");
        }

        Assert.Equal((await File.ReadAllTextAsync(Recorded())).TrimEnd(), document.TrimEnd());
    }

    [Fact]
    public async Task Only_reads_and_the_two_reports_are_documented()
    {
        await using var app = await GatewayApp.StartAsync();

        using var document = JsonDocument.Parse(await app.Client.GetStringAsync("/swagger/v1/swagger.json"));

        var operations = document.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => $"{operation.Name} {path.Name}"));
        Assert.Equal(
            [
                "get /api/health", "get /api/v1/facets", "get /api/v1/home", "get /api/v1/movies", "get /api/v1/movies/random",
                "get /api/v1/movies/{id}", "get /api/v1/movies/{id}/similar", "get /api/v1/suggestions", "get /feed.atom", "get /feed.json",
                "get /images/movies/{id}", "post /api/v1/movies/{id}/plays", "post /api/v1/movies/{id}/problems",
            ],
            operations.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Its_page_may_run_its_own_script_and_no_other()
    {
        await using var app = await GatewayApp.StartAsync();

        using var response = await app.GetAsync("/swagger/index.html");

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("text/html", response.Content.Headers.ContentType?.ToString(), StringComparison.Ordinal);
    }
}
