using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Gateway.Tests.Site;

/// <summary>A page as a browser or a search engine reads it.</summary>
internal sealed class Page(IDocument document)
{
    public IDocument Document { get; } = document;

    public string Language => Document.DocumentElement.GetAttribute("lang") ?? "";

    public string Title => Document.Title ?? "";

    public string? Canonical => Link("canonical");

    public string? Robots => Meta("robots");

    /// <summary>hreflang and address of each twin.</summary>
    public IReadOnlyDictionary<string, string?> Twins => Document.QuerySelectorAll("link[rel=alternate][hreflang]")
        .ToDictionary(link => link.GetAttribute("hreflang")!, link => link.GetAttribute("href"), StringComparer.Ordinal);

    /// <summary>Type and address of each feed.</summary>
    public IReadOnlyDictionary<string, string?> Feeds => Document.QuerySelectorAll("link[rel=alternate][type]")
        .ToDictionary(link => link.GetAttribute("type")!, link => link.GetAttribute("href"), StringComparer.Ordinal);

    /// <summary>The things that its JSON-LD speaks of, by type.</summary>
    public IReadOnlyDictionary<string, JsonElement> Things
    {
        get
        {
            var data = Document.QuerySelector("script[type='application/ld+json']")?.TextContent;
            if (data is null)
            {
                return new Dictionary<string, JsonElement>(StringComparer.Ordinal);
            }

            var root = JsonDocument.Parse(data).RootElement;
            IEnumerable<JsonElement> things = root.TryGetProperty("@graph", out var graph) ? graph.EnumerateArray() : [root];
            return things.ToDictionary(thing => thing.GetProperty("@type").GetString()!, StringComparer.Ordinal);
        }
    }

    /// <summary>The island's url and data; null when there is none.</summary>
    public (string? Url, JsonElement Data)? Island
    {
        get
        {
            var text = Document.QuerySelector("script#boot[type='application/json']")?.TextContent;
            if (text is null)
            {
                return null;
            }

            var island = JsonDocument.Parse(text).RootElement;
            return (island.GetProperty("url").GetString(), island.GetProperty("data"));
        }
    }

    public static Page Read(string html) => new(new HtmlParser().ParseDocument(html));

    public static async Task<Page> ReadAsync(GatewayApp app, string path, params string[] headers)
    {
        using var response = await app.GetAsync(path, headers);
        return Read(await response.Content.ReadAsStringAsync());
    }

    /// <param name="name">A name, or a property of OpenGraph.</param>
    public string? Meta(string name) =>
        Document.QuerySelector($"meta[name='{name}'], meta[property='{name}']")?.GetAttribute("content");

    private string? Link(string relation) => Document.QuerySelector($"link[rel={relation}]")?.GetAttribute("href");
}
