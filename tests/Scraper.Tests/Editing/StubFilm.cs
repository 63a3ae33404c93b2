using System.Text.Json.Nodes;

namespace Scraper.Tests.Editing;

/// <summary>Films as Metadata tells of them.</summary>
internal static class StubFilm
{
    /// <summary>A film with one video, whose number is ten times the film's.</summary>
    public static JsonObject Of(int id, string title, int? year, params (string Field, JsonNode? Value)[] more)
    {
        var film = new JsonObject
        {
            ["id"] = id,
            ["slug"] = $"film-{id}",
            ["title"] = title,
            ["views"] = 3,
            ["addedAt"] = "2026-05-01T00:00:00Z",
            ["genres"] = new JsonArray(),
            ["isAvailable"] = true,
            ["sources"] = new JsonArray("archive"),
            ["countries"] = new JsonArray(),
            ["directors"] = new JsonArray(),
            ["externalIds"] = new JsonObject(),
            ["isActive"] = true,
            ["videos"] = new JsonArray(Video(id * 10, "archive", $"https://archive.org/details/film-{id}")),
        };
        if (year is not null)
        {
            film["year"] = year;
        }

        foreach (var (field, value) in more)
        {
            film[field] = value;
        }

        return film;
    }

    public static JsonObject Video(int id, string source, string page) => new()
    {
        ["id"] = id,
        ["source"] = source,
        ["sourceUrl"] = page,
        ["views"] = 3,
        ["availability"] = "ok",
    };

    /// <summary>A video as the queue of checks names it.</summary>
    public static JsonObject Waiting(JsonObject film, JsonNode video) => new()
    {
        ["videoId"] = video["id"]!.GetValue<int>(),
        ["movieId"] = film["id"]!.GetValue<int>(),
        ["title"] = film["title"]!.GetValue<string>(),
        ["source"] = video["source"]!.GetValue<string>(),
        ["externalId"] = new Uri(video["sourceUrl"]!.GetValue<string>()).AbsolutePath.Trim('/').Split('/')[^1],
        ["sourceUrl"] = video["sourceUrl"]!.GetValue<string>(),
        ["reports"] = 0,
    };
}
