using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Hosts;

/// <summary>Answers as TMDB's API does, from films that a test adds.</summary>
public sealed class StubTmdb : IAsyncDisposable
{
    public const string Key = "eyJhbGciOiJIUzI1NiJ9.eyJhdWQiOiJ0ZXN0In0.c2lnbmF0dXJl";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Searched = ["id", "title", "original_title", "release_date", "vote_average", "vote_count"];

    private StubTmdb()
    {
    }

    public StubHost Host { get; private set; } = null!;

    /// <summary>Films as /movie/{id} has them; a search gives the part of them that a search has.</summary>
    public IList<JsonObject> Films { get; } = [];

    public static async Task<StubTmdb> StartAsync()
    {
        var stub = new StubTmdb();
        stub.Host = await StubHost.StartAsync(stub.AnswerAsync);
        return stub;
    }

    public JsonObject Add(int id, string title, string original, string releaseDate, int minutes)
    {
        var film = new JsonObject
        {
            ["id"] = id,
            ["title"] = title,
            ["original_title"] = original,
            ["release_date"] = releaseDate,
            ["runtime"] = minutes,
            ["vote_average"] = 8.105,
            ["vote_count"] = 2_400,
            ["genres"] = new JsonArray(new JsonObject { ["id"] = 878, ["name"] = "фантастика" }),
            ["production_countries"] = new JsonArray(new JsonObject { ["iso_3166_1"] = "SU", ["name"] = "Soviet Union" }),
            ["credits"] = new JsonObject
            {
                ["crew"] = new JsonArray(
                    new JsonObject { ["name"] = "Андрей Тарковский", ["job"] = "Director" },
                    new JsonObject { ["name"] = "Эдуард Артемьев", ["job"] = "Original Music Composer" }),
            },
            ["release_dates"] = new JsonObject
            {
                ["results"] = new JsonArray(
                    Release("US", "PG"), Release("RU", ""), Release("RU", "12+")),
            },
            ["external_ids"] = new JsonObject { ["imdb_id"] = "tt0079944" },
        };
        Films.Add(film);
        return film;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private static JsonObject Release(string country, string mark) => new()
    {
        ["iso_3166_1"] = country,
        ["release_dates"] = new JsonArray(new JsonObject { ["certification"] = mark, ["type"] = 3 }),
    };

    private Task AnswerAsync(HttpContext context)
    {
        var (status, answer) = context.Request.Headers.Authorization != $"Bearer {Key}"
            ? (401, Problem(7, "Invalid API key: You must be granted a valid key."))
            : context.Request.Path.Value!.Trim('/').Split('/') switch
            {
                ["3", "search", "movie"] => (200, Search(context.Request.Query["query"].ToString())),
                ["3", "movie", var id] => Films.FirstOrDefault(film => film["id"]!.ToString() == id) is { } film
                    ? (200, film) : (404, Problem(34, "The resource you requested could not be found.")),
                _ => (404, Problem(34, "The resource you requested could not be found.")),
            };
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json;charset=utf-8";
        return context.Response.WriteAsync(answer.ToJsonString(Readable));
    }

    private static JsonObject Problem(int code, string message) =>
        new() { ["success"] = false, ["status_code"] = code, ["status_message"] = message };

    private JsonObject Search(string words)
    {
        var found = Films.Where(film =>
            $"{film["title"]} {film["original_title"]}".Contains(words, StringComparison.OrdinalIgnoreCase)).ToList();
        return new JsonObject
        {
            ["page"] = 1,
            ["results"] = new JsonArray([.. found.Select(film => new JsonObject(
                Searched.Select(name => KeyValuePair.Create(name, film[name]?.DeepClone()))))]),
            ["total_pages"] = 1,
            ["total_results"] = found.Count,
        };
    }
}
