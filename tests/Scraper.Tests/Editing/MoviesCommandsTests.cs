using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Scraper.Tests.Editing;

public sealed class MoviesCommandsTests
{
    private const string Film = """
        {"id":7,"slug":"zerkalo","title":"Зеркало","year":1975,"views":3,"addedAt":"2026-05-01T00:00:00Z","genres":["драма"],
         "isAvailable":true,"sources":["archive"],"sourceUrl":"https://archive.org/details/zerkalo","countries":[],
         "directors":["Андрей Тарковский"],"externalIds":{},"isActive":false,"videos":[{"id":9,"source":"archive",
         "sourceUrl":"https://archive.org/details/zerkalo","views":3,"availability":"ok"}]}
        """;

    [Fact]
    public async Task Hidden_films_are_found_too()
    {
        var asked = "";
        await using var metadata = await ServeAsync((request, _) =>
        {
            asked = request.QueryString.Value!;
            return """{"items":[],"total":0,"page":2,"pageSize":24}""";
        });
        using var cli = new CommandLine(metadata: new Uri(metadata.Urls.First()));

        var result = await cli.RunAsync("movies", "find", "зеркало", "1975", "--page", "2");

        Assert.Equal((0, "0 of 0 films, page 2"), (result.Code, result.Out.TrimEnd().Split('\n')[^1]));
        Assert.Equal("?includeInactive=true&page=2&q=%D0%B7%D0%B5%D1%80%D0%BA%D0%B0%D0%BB%D0%BE%201975", asked);
    }

    [Fact]
    public async Task A_film_is_shown_with_its_places_to_watch()
    {
        await using var metadata = await ServeAsync((_, _) => Film);
        using var cli = new CommandLine(metadata: new Uri(metadata.Urls.First()));

        var result = await cli.RunAsync("movies", "show", "7");

        Assert.StartsWith("7: Зеркало (1975), hidden\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("directors: Андрей Тарковский", result.Out, StringComparison.Ordinal);
        Assert.Contains("https://archive.org/details/zerkalo", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"year":1975,"genres":["драма","военный"]}""", "edit", "7", "--set", "year=1975", "--set", "genres=драма;военный")]
    [InlineData("""{"isActive":false}""", "hide", "7")]
    [InlineData("""{"isActive":true}""", "unhide", "7")]
    public async Task An_edit_sends_just_what_was_set(string body, params string[] command)
    {
        var sent = "";
        await using var metadata = await ServeAsync((request, change) =>
        {
            sent = $"{request.Method} {request.Path} {change}";
            return Film;
        });
        using var cli = new CommandLine(metadata: new Uri(metadata.Urls.First()));

        var result = await cli.RunAsync(["movies", .. command, "--json"]);

        Assert.Equal(7, result.Json().GetProperty("movie").GetProperty("id").GetInt32());
        var (route, change) = (sent[..sent.IndexOf('{', StringComparison.Ordinal)], sent[sent.IndexOf('{', StringComparison.Ordinal)..]);
        Assert.Equal("PATCH /api/v1/movies/7 ", route);
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(body).RootElement, JsonDocument.Parse(change).RootElement), change);
    }

    [Fact]
    public async Task Without_Metadata_a_command_says_where_it_looked()
    {
        using var cli = new CommandLine(metadata: new Uri("http://127.0.0.1:9"));

        var result = await cli.RunAsync("movies", "show", "7");

        Assert.Equal(1, result.Code);
        Assert.StartsWith("Metadata at http://127.0.0.1:9/ does not answer", result.Error, StringComparison.Ordinal);
    }

    private static async Task<WebApplication> ServeAsync(Func<HttpRequest, string, string> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(async context => await context.Response.WriteAsync(answer(
            context.Request, await new StreamReader(context.Request.Body).ReadToEndAsync())));
        await app.StartAsync();
        return app;
    }
}
