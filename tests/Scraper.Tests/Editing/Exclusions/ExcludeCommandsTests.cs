namespace Scraper.Tests.Editing.Exclusions;

public sealed class ExcludeCommandsTests : IAsyncLifetime
{
    private const string Made = """
        {"id":3,"kind":"author","source":"rutube","value":"Кино за 5 минут","reason":"retellings","actor":"anna",
         "createdAt":"2026-05-01T00:00:00Z","until":"2027-01-01T00:00:00Z"}
        """;

    private StubCatalogue _metadata = null!;

    public async Task InitializeAsync()
    {
        _metadata = await StubCatalogue.StartAsync();
        _metadata.With("POST /api/v1/exclusions", Made)
            .With("GET /api/v1/exclusions", $$"""{"items":[{{Made}}],"total":1,"page":1,"pageSize":24}""");
    }

    public async Task DisposeAsync() => await _metadata.DisposeAsync();

    [Theory]
    [InlineData(
        """{"kind":"author","source":"rutube","value":"Кино за 5 минут","reason":"retellings","until":"2027-01-01T00:00:00+00:00"}""",
        "author", "Кино за 5 минут", "--source", "rutube", "--reason", "retellings", "--until", "2027-01-01")]
    [InlineData("""{"kind":"title","value":"*трейлер*","reason":"trailers"}""", "title", "*трейлер*", "--reason", "trailers")]
    [InlineData(
        """{"kind":"video","source":"rutube","value":"6f1d","reason":"a lecture"}""",
        "video", "6f1d", "--source", "rutube", "--reason", "a lecture")]
    public async Task An_exclusion_is_made_as_said(string body, params string[] command)
    {
        using var cli = new CommandLine(metadata: _metadata.Host.BaseUrl);

        var result = await cli.RunAsync(["exclude", "add", .. command, "--json"]);

        Assert.Equal(body, Assert.Single(_metadata.Writes).Json);
        Assert.Equal((0, 3), (result.Code, result.Json().GetProperty("exclusion").GetProperty("id").GetInt32()));
    }

    [Theory]
    [InlineData("A video's id means something at its source only.", "video", "6f1d", "--reason", "r")]
    [InlineData("--reason", "title", "*трейлер*")]
    [InlineData("'film' not recognized", "film", "x", "--reason", "r")]
    [InlineData("--until is \"soon\"", "title", "x", "--reason", "r", "--until", "soon")]
    public async Task What_is_missing_is_named(string message, params string[] command)
    {
        using var cli = new CommandLine(metadata: _metadata.Host.BaseUrl);

        var result = await cli.RunAsync(["exclude", "add", .. command]);

        Assert.Equal(2, result.Code);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Empty(_metadata.Writes);
    }

    [Fact]
    public async Task Exclusions_are_listed_with_reason_and_end()
    {
        using var cli = new CommandLine(metadata: _metadata.Host.BaseUrl);

        var result = await cli.RunAsync("exclude", "list");

        Assert.Contains(
            "3 author Кино за 5 минут rutube 2027-01-01 00:00 anna 2026-05-01 00:00 retellings\n", result.Table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exclusion_is_removed()
    {
        using var cli = new CommandLine(metadata: _metadata.Host.BaseUrl);

        var result = await cli.RunAsync("exclude", "remove", "3");

        Assert.Equal((0, "DELETE /api/v1/exclusions/3"), (result.Code, Assert.Single(_metadata.Writes).Line));
    }
}
