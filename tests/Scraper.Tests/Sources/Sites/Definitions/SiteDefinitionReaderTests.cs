using System.Text;
using Scraper.Sources.Sites.Definitions;

namespace Scraper.Tests.Sources.Sites.Definitions;

public sealed class SiteDefinitionReaderTests
{
    // As the form was first described: every part of it, and short and long fields side by side.
    public const string Whole = """
        { "schema": 1, "id": "kino-example", "name": "Kino Example", "baseUrl": "https://kino.example/", "language": "ru",
          "fetch": { "mode": "http", "minDelayMs": 1500, "concurrency": 1 },
          "list": { "start": ["/films/?page={page}"], "pages": { "by": "number", "from": 1, "max": 40, "stop": "known" },
                    "rows": "article.card", "skipRowsWithout": "a.card__link", "key": "a.card__link@href | match /film/(\\d+)",
                    "fields": { "url": "a.card__link@href | url", "rawTitle": "h3 | text",
                                "poster": { "select": "img", "attr": "data-src", "optional": true } } },
          "detail": { "from": "url", "when": "new", "fields": {
                    "year": ".meta .year | match (\\d{4}) | int", "duration": ".meta .time | duration",
                    "director": { "select": "a[itemprop=director]", "many": true, "optional": true },
                    "player": "iframe.player@src | url" } },
          "accept": { "kinds": ["feature"], "require": ["url", "rawTitle", "player"], "minDurationSeconds": 2400 },
          "health": { "minItems": 8, "coverage": { "year": 0.8, "player": 0.98 } },
          "samples": [ { "name": "list", "url": "https://kino.example/films/?page=1", "body": "list.html", "expect": "list.json" } ] }
        """;

    [Fact]
    public void A_whole_definition_is_read()
    {
        var (site, problems) = Read(Whole);

        Assert.Empty(problems);
        Assert.Equal(("kino-example", PagesBy.Number, 40, DetailWhen.New), (site!.Id, site.List.Pages.By, site.List.Pages.Max!.Value, site.Detail!.When));
        Assert.Equal(["url", "rawTitle", "poster"], site.List.Fields.Select(field => field.Name), StringComparer.Ordinal);
        Assert.Equal(["match", "int"], site.Detail.Fields[0].Filters.Select(filter => filter.Name), StringComparer.Ordinal);
        Assert.Equal((TimeSpan.FromMilliseconds(1500), TimeSpan.FromMinutes(40), 8), (site.Fetch.MinDelay, site.Accept.MinDuration!.Value, site.Health.MinItems));
    }

    [Theory]
    [InlineData("\"language\"", "\"langauge\"", "$.langauge", "Did you mean \"language\"?")]
    [InlineData("\"rows\": ", "\"row\": ", "$.list.row", "Did you mean \"rows\"?")]
    [InlineData("\"poster\"", "\"postr\"", "$.list.fields.postr", "Did you mean \"poster\"?")]
    [InlineData("\"many\"", "\"multiple\"", "$.detail.fields.director.multiple", "is no key")]
    [InlineData("\"minItems\"", "\"minimum\"", "$.health.minimum", "Did you mean \"minItems\"?")]
    [InlineData("\"schema\": 1", "\"schema\": 2", "$.schema", "of schema 1")]
    [InlineData("kino-example\", \"name\"", "Kino_1\", \"name\"", "$.id", "small letters")]
    [InlineData("https://kino.example/\", \"language", "kino.example\", \"language", "$.baseUrl", "root of a host")]
    [InlineData("\"mode\": \"http\"", "\"mode\": \"chrome\"", "$.fetch.mode", "Known: http, browser")]
    [InlineData("\"mode\": \"http\"", "\"waitFor\": \"a\"", "$.fetch.waitFor", "mode: browser")]
    [InlineData("\"mode\": \"http\"", "\"headers\": {\"User-Agent\": \"x\"}", "$.fetch.headers.User-Agent", "not for a definition")]
    [InlineData("\"concurrency\": 1", "\"concurrency\": 8", "$.fetch.concurrency", "from 1 to 1")]
    [InlineData("/films/?page={page}", "/films/", "$.list.start[0]", "has no {page}")]
    [InlineData("/films/?page={page}", "https://evil.example/?page={page}", "$.list.start[0]", "no address at https://kino.example/")]
    [InlineData("\"number\"", "\"numbers\"", "$.list.pages.by", "Did you mean \"number\"?")]
    [InlineData("\"known\"", "\"watermark\"", "$.list", "needs the field publishedAt")]
    [InlineData("article.card\"", "article..card\"", "$.list.rows", "no CSS selector")]
    [InlineData("h3 | text", "h3 | txt", "$.list.fields.rawTitle", "Did you mean \"text\"?")]
    [InlineData("match (\\\\d{4})", "match (\\\\d{4}", "$.detail.fields.year", "Not enough )")]
    [InlineData("\"optional\": true } } }", "\"default\": \"x\" } } }", "$.list.fields.poster.default", "Only an optional field")]
    [InlineData("\"rawTitle\": \"h3 | text\",", "", "$.list", "No field \"rawTitle\" is read")]
    [InlineData("\"from\": \"url\"", "\"from\": \"poster2\"", "$.detail.from", "is no field of list.fields")]
    [InlineData("\"feature\"", "\"film\"", "$.accept.kinds[0]", "Known: feature")]
    [InlineData("[\"url\", \"rawTitle\", \"player\"]", "[\"genres\"]", "$.accept.require[0]", "is no field of this definition")]
    [InlineData("0.98", "98", "$.health.coverage.player", "share from 0 to 1")]
    [InlineData("\"body\": \"list.html\"", "\"body\": \"../list.html\"", "$.samples[0].body", "beside the definition")]
    [InlineData("\"name\": \"Kino Example\",", "\"name\": \"A\", \"name\": \"B\",", "$.name", "stands here twice")]
    public void A_mistake_is_told_with_its_path_and_a_hint(string right, string wrong, string path, string hint)
    {
        Assert.Contains(right, Whole, StringComparison.Ordinal);

        var (site, problems) = Read(Whole.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Null(site);
        Assert.Contains(problems, problem => problem.Path == path && problem.Message.Contains(hint, StringComparison.Ordinal));
    }

    [Fact]
    public void All_mistakes_are_told_at_once_each_in_its_line_and_column()
    {
        var (_, problems) = Read("""
            {
              "schema": 1, "id": "кино", "name": "Кино", "baseUrl": "https://kino.example/",
              "list": {
                "start": ["/"], "rows": "a", "key": "@href", "fildes": {},
                "fields": { "url": "a@href", "rawTitle": "б | trimm" }
              }
            }
            """);

        Assert.Equal(
            ["my.json:2:22: $.id", "my.json:4:50: $.list.fildes", "my.json:5:46: $.list.fields.rawTitle"],
            problems.Select(problem => $"{problem.File}:{problem.Line}:{problem.Column}: {problem.Path}"), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("{ \"schema\": 1, }", 1)]
    [InlineData("{\n\"schema\"", 2)]
    [InlineData("", 1)]
    [InlineData("{} {}", 1)]
    public void What_is_no_JSON_is_told_with_its_line(string text, int line)
    {
        var problem = Assert.Single(Read(text).Problems);

        Assert.Equal((line, true), (problem.Line, problem.Message.StartsWith("This is no JSON", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_definition_that_is_no_object_is_told()
    {
        Assert.NotEmpty(Read("[]").Problems);
    }

    private static (SiteDefinition? Site, IReadOnlyList<DefinitionProblem> Problems) Read(string json) =>
        SiteDefinitionReader.Read("my.json", Encoding.UTF8.GetBytes(json));
}
