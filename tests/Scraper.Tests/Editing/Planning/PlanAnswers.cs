using System.Text.Json.Nodes;

namespace Scraper.Tests.Editing.Planning;

/// <summary>What Metadata says to plans, as the contract has it.</summary>
internal static class PlanAnswers
{
    public const string Ask = "POST /api/v1/movies/plan";
    public const string Apply = "PUT /api/v1/movies/plan";

    public static JsonObject Upload(int number) => new()
    {
        ["source"] = "scripted",
        ["externalId"] = $"film-{number}",
        ["sourceUrl"] = $"https://films.example/{number}",
        ["rawTitle"] = $"Летят журавли {number} (1957)",
        ["title"] = $"Летят журавли {number}",
        ["year"] = 1957,
    };

    public static JsonObject Created(int number) => new()
    {
        ["status"] = "created",
        ["title"] = $"Летят журавли {number}",
        ["year"] = 1957,
        ["changes"] = new JsonArray(),
        ["uploads"] = new JsonArray(Upload(number)),
    };

    public static JsonObject Updated(int number, int movieId) => new()
    {
        ["status"] = "updated",
        ["movieId"] = movieId,
        ["title"] = $"Летят журавли {number}",
        ["year"] = 1957,
        ["changes"] = new JsonArray(
            new JsonObject { ["field"] = "video.rating", ["upload"] = $"scripted/film-{number}", ["old"] = 6, ["new"] = 7 },
            new JsonObject { ["field"] = "rating", ["old"] = 6, ["new"] = 7 },
            new JsonObject { ["field"] = "video.quality", ["upload"] = $"scripted/film-{number}", ["new"] = "1080p" }),
        ["uploads"] = new JsonArray(Upload(number)),
    };

    public static string Plan(params JsonObject[] films) => new JsonObject
    {
        ["created"] = films.Count(film => film["status"]!.GetValue<string>() == "created"),
        ["updated"] = films.Count(film => film["status"]!.GetValue<string>() == "updated"),
        ["unchanged"] = 2,
        ["rejected"] = 1,
        ["review"] = 0,
        ["movies"] = new JsonArray([.. films.Select(film => film.DeepClone())]),
        ["refused"] = new JsonArray(new JsonObject
        {
            ["source"] = "scripted",
            ["externalId"] = "film-99",
            ["status"] = "rejected",
            ["reason"] = "excluded: its author",
        }),
    }.ToJsonString();
}
