using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Gateway.Site;
using Microsoft.AspNetCore.Http;

namespace Gateway.Tests.Site.Pages;

/// <summary>Whatever a host calls a film, and whatever a visitor writes into an address, stays text wherever it is
/// shown.</summary>
public class HostileTextTests
{
    public static TheoryData<string> Payloads =>
    [
        "</title><script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "</script><script>alert(1)</script>",
        "<!--<script>alert(1)",
        "-->]]><svg onload=alert(1)>",
        "<![CDATA[<b>]]>",
        "&lt;b&gt; &amp;amp; &#x3c;",
        "javascript:alert(1)",
        "{{constructor.constructor('alert(1)')()}}",
        "\\u003cscript\\u003e \\\" \\",
        "a\u2028b\u2029c\u0000d\u0008e\u001Bf",
        "\u202Eevil\u202C \uFEFFzero\u200B",
        "\r\nSet-Cookie: a=b",
        "🎬 «ё» – €",
    ];

    private static async Task<GatewayApp> StartAsync(string text)
    {
        var app = await GatewayApp.StartAsync("Site:PublicUrl=https://kino.example");
        var word = JsonSerializer.Serialize(text);
        var film =
            $$"""
            {"id":7,"slug":"film","title":{{word}},"originalTitle":{{word}},"year":1979,"views":5,"addedAt":"2026-01-02T03:04:05Z","genres":[{{word}}],
            "isAvailable":true,"sources":[{{word}}],"description":{{word}},"countries":[{{word}}],"directors":[{{word}}],
            "externalIds":{"imdb":{{word}}},"isActive":true,
            "videos":[{"id":1,"source":"rutube","sourceUrl":{{word}},"embedUrl":"https://rutube.ru/play/embed/1","streamUrl":{{word}},"views":1,"availability":"ok","language":{{word}}}]}
            """;
        app.Metadata.On("/api/v1/movies/7", film)
            .On("/api/v1/movies", $"{{\"items\":[{film}],\"total\":1,\"page\":1,\"pageSize\":50}}");
        return app;
    }

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task In_the_page_of_a_film(string text)
    {
        await using var app = await StartAsync(text);

        var page = await Page.ReadAsync(app, "/movies/7/film");

        var line = PlainText.Line(text);
        Assert.Equal($"{line} (1979) — OnlineCinema", page.Title);
        Assert.Equal((line, $"{line} (1979)"), (page.Meta("description"), page.Meta("og:title")));
        Assert.Equal(line, page.Things["Movie"].GetProperty("name").GetString());
        Assert.Equal(line, page.Things["VideoObject"].GetProperty("description").GetString());
        Assert.False(page.Things["VideoObject"].TryGetProperty("contentUrl", out _));
        Assert.Equal(text, page.Island?.Data.GetProperty("title").GetString());
        AssertNothingAdded(page);
    }

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task In_the_title_of_a_search(string text)
    {
        await using var app = await StartAsync(text);

        var page = await Page.ReadAsync(app, $"/catalog?q={Uri.EscapeDataString(text)}&genre={Uri.EscapeDataString(text)}");

        Assert.Equal($"Поиск: «{PlainText.Line(text)}»", page.Meta("og:title"));
        AssertNothingAdded(page);
    }

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task In_a_page_that_is_not_there(string text)
    {
        await using var app = await StartAsync(text);

        using var response = await app.GetAsync(new PathString($"/{text.ToLowerInvariant()}").ToUriComponent());

        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest);
        Assert.DoesNotContain("alert(1)", body, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task In_the_feeds(string text)
    {
        await using var app = await StartAsync(text);

        var atom = XDocument.Parse(await app.Client.GetStringAsync("/feed.atom"));
        using var json = JsonDocument.Parse(await app.Client.GetStringAsync("/feed.json"));

        XNamespace names = "http://www.w3.org/2005/Atom";
        var entry = atom.Root!.Element(names + "entry")!;
        Assert.Equal($"{PlainText.Line(text)} (1979)", (string?)entry.Element(names + "title"));
        Assert.Equal(PlainText.Line(text), (string?)entry.Element(names + "category")?.Attribute("term"));
        Assert.Equal(
            $"{PlainText.Line(text)} (1979)", json.RootElement.GetProperty("items")[0].GetProperty("title").GetString());
    }

    /// <summary>The page's own elements, and no attribute that runs.</summary>
    private static void AssertNothingAdded(Page page)
    {
        var own = Page.Read(GatewayApp.Page);
        Assert.Equal(
            own.Document.QuerySelectorAll("script:not([type$=json])").Length,
            page.Document.QuerySelectorAll("script:not([type$=json])").Length);
        Assert.Equal(own.Document.Body!.InnerHtml, page.Document.Body!.InnerHtml);
        Assert.Empty(page.Document.QuerySelectorAll("img, svg, iframe, [onerror], [onload], [onmouseover]"));
        Assert.All(
            page.Document.QuerySelectorAll("link[rel=canonical], link[rel=alternate]"),
            link => Assert.StartsWith("https://kino.example/", link.GetAttribute("href"), StringComparison.Ordinal));
    }
}
