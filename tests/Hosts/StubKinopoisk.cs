using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Hosts;

/// <summary>Answers as Kinopoisk's unofficial API does, from films that a test adds.</summary>
public sealed class StubKinopoisk : IAsyncDisposable
{
    public const string Key = "8c8e1a50-6322-4135-8875-5d40a5420d86";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private StubKinopoisk()
    {
    }

    public StubHost Host { get; private set; } = null!;

    /// <summary>Films in the form of v2.2; a search makes its own form of them.</summary>
    public IList<JsonObject> Films { get; } = [];

    /// <summary>How many more requests the key is good for today.</summary>
    public int Quota { get; set; } = int.MaxValue;

    public static async Task<StubKinopoisk> StartAsync()
    {
        var stub = new StubKinopoisk();
        stub.Host = await StubHost.StartAsync(stub.AnswerAsync);
        return stub;
    }

    public JsonObject Add(int id, string title, string? original, int year, int minutes)
    {
        var film = new JsonObject
        {
            ["kinopoiskId"] = id,
            ["imdbId"] = $"tt{id:d7}",
            ["nameRu"] = title,
            ["nameEn"] = null,
            ["nameOriginal"] = original,
            ["year"] = year,
            ["filmLength"] = minutes,
            ["ratingKinopoisk"] = 8.1,
            ["ratingKinopoiskVoteCount"] = 143_000,
            ["ratingImdb"] = 8.0,
            ["ratingAgeLimits"] = "age12",
            ["type"] = "FILM",
            ["serial"] = false,
            ["countries"] = new JsonArray(new JsonObject { ["country"] = "СССР" }),
            ["genres"] = new JsonArray(new JsonObject { ["genre"] = "фантастика" }, new JsonObject { ["genre"] = "драма" }),
        };
        Films.Add(film);
        return film;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var (status, answer) = context.Request.Headers["X-API-KEY"] != Key ? (401, Message("You don't have permissions. See docs."))
            : Quota-- <= 0 ? (402, Message("You exceeded the quota. You have sent 501 request, but available 500 per day"))
            : context.Request.Path.Value!.Trim('/').Split('/') switch
            {
                ["api", "v2.1", "films", "search-by-keyword"] => (200, Search(context.Request.Query["keyword"].ToString())),
                ["api", "v2.2", "films", var id] => Films.FirstOrDefault(film => film["kinopoiskId"]!.ToString() == id) is { } film
                    ? (200, film) : (404, Message("Film not found")),
                _ => (400, Message("Bad request")),
            };
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(answer.ToJsonString(Readable));
    }

    private static JsonObject Message(string text) => new() { ["message"] = text };

    private JsonObject Search(string keyword)
    {
        var found = Films.Where(film =>
            $"{film["nameRu"]} {film["nameOriginal"]}".Contains(keyword, StringComparison.OrdinalIgnoreCase)).ToList();
        return new JsonObject
        {
            ["keyword"] = keyword,
            ["pagesCount"] = 1,
            ["searchFilmsCountResult"] = found.Count,
            ["films"] = new JsonArray([.. found.Select(Found)]),
        };
    }

    private static JsonObject Found(JsonObject film)
    {
        var minutes = film["filmLength"]!.GetValue<int>();
        return new JsonObject
        {
            ["filmId"] = film["kinopoiskId"]!.DeepClone(),
            ["nameRu"] = film["nameRu"]?.DeepClone(),
            ["nameEn"] = film["nameOriginal"]?.DeepClone(),
            ["type"] = film["type"]!.DeepClone(),
            ["year"] = film["year"]!.ToString(),
            ["filmLength"] = string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}:{minutes % 60:00}"),
            ["rating"] = "null",
        };
    }
}
