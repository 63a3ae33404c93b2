using System.Text.Json;
using AngleSharp.Dom;

namespace Scraper.Sources.Sites.Extracting;

/// <summary>Finds films in a page's JSON-LD: an object, a list, an @graph, or items of a list, with numbers as texts and
/// line ends inside of texts as sites really send them.</summary>
internal static class LinkedDataReader
{
    private const int MaxObjects = 1000;

    // What is likeliest to be the film itself comes first.
    private static readonly string[] Kinds =
        ["Movie", "VideoObject", "TVEpisode", "Episode", "TVSeries", "CreativeWork", "Clip", "Product"];

    // Members that hold further objects, and are no films' own parts.
    private static readonly string[] Wrappers =
        ["@graph", "itemListElement", "item", "mainEntity", "mainEntityOfPage", "video", "subjectOf", "hasPart"];

    public static IReadOnlyList<JsonElement> Read(IElement? root)
    {
        if (root is null)
        {
            return [];
        }

        List<JsonElement> found = [];
        foreach (var script in root.QuerySelectorAll("script[type='application/ld+json' i]"))
        {
            if ((SitePage.ParseJson(script.TextContent) ?? SitePage.ParseJson(WithoutControls(script.TextContent))) is { } data)
            {
                Collect(data, found);
            }
        }

        return [.. found.OrderBy(RankOf)];
    }

    private static void Collect(JsonElement value, List<JsonElement> found)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                Collect(item, found);
            }
        }

        if (value.ValueKind != JsonValueKind.Object || found.Count >= MaxObjects)
        {
            return;
        }

        if (RankOf(value) < Kinds.Length)
        {
            found.Add(value);
        }

        foreach (var inner in Wrappers.Select(name => value.Field(name)).OfType<JsonElement>())
        {
            Collect(inner, found);
        }
    }

    private static int RankOf(JsonElement value)
    {
        var types = value.Texts("@type").Select(type => type[(type.LastIndexOfAny(['/', '#']) + 1)..]).ToList();
        var rank = Array.FindIndex(Kinds, kind => types.Contains(kind, StringComparer.OrdinalIgnoreCase));
        return rank < 0 ? Kinds.Length : rank;
    }

    private static string WithoutControls(string text) =>
        string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
}
