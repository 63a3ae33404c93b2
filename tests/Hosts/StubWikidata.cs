using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Hosts;

/// <summary>Answers as Wikidata's API does, from items that a test adds.</summary>
public sealed class StubWikidata : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private StubWikidata()
    {
    }

    public StubHost Host { get; private set; } = null!;

    /// <summary>By id. May hold anything that an answer could hold.</summary>
    public IDictionary<string, JsonNode?> Items { get; } = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);

    /// <summary>So many requests are answered with "maxlag" first.</summary>
    public int Lagging { get; set; }

    public static async Task<StubWikidata> StartAsync()
    {
        var stub = new StubWikidata();
        stub.Host = await StubHost.StartAsync(stub.AnswerAsync);
        return stub;
    }

    /// <summary>Adds an item with a Russian label, and an English one.</summary>
    public JsonObject Add(string id, string russian, string? english = null)
    {
        var labels = new JsonObject { ["ru"] = Name("ru", russian) };
        if (english is not null)
        {
            labels["en"] = Name("en", english);
        }

        var item = new JsonObject
        {
            ["type"] = "item",
            ["id"] = id,
            ["labels"] = labels,
            ["aliases"] = new JsonObject(),
            ["claims"] = new JsonObject(),
        };
        Items[id] = item;
        return item;
    }

    /// <summary>Adds a film that was first shown on some day of a year and runs so many minutes.</summary>
    public JsonObject AddFilm(string id, string russian, string original, int year, int minutes)
    {
        var film = Add(id, russian);
        Claim(film, "P31", ItemValue("Q11424"));
        Claim(film, "P577", TimeValue($"+{year}-05-25T00:00:00Z", 11));
        Claim(film, "P1476", new JsonObject { ["text"] = original, ["language"] = "en" });
        Claim(film, "P2047", new JsonObject { ["amount"] = $"+{minutes}", ["unit"] = "http://www.wikidata.org/entity/Q7727" });
        return film;
    }

    public static void Claim(JsonObject item, string property, JsonNode? value, string rank = "normal")
    {
        var claims = item["claims"]!.AsObject();
        if (claims[property] is not JsonArray statements)
        {
            claims[property] = statements = [];
        }

        statements.Add(new JsonObject
        {
            ["mainsnak"] = new JsonObject
            {
                ["snaktype"] = value is null ? "somevalue" : "value",
                ["property"] = property,
                ["datavalue"] = value is null ? null : new JsonObject { ["value"] = value },
            },
            ["type"] = "statement",
            ["rank"] = rank,
        });
    }

    public static JsonObject ItemValue(string id) => new() { ["entity-type"] = "item", ["id"] = id };

    public static JsonObject TimeValue(string time, int precision) => new()
    {
        ["time"] = time,
        ["timezone"] = 0,
        ["precision"] = precision,
        ["calendarmodel"] = "http://www.wikidata.org/entity/Q1985727",
    };

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private static JsonObject Name(string language, string value) => new() { ["language"] = language, ["value"] = value };

    private Task AnswerAsync(HttpContext context)
    {
        var query = context.Request.Query;
        context.Response.ContentType = "application/json; charset=utf-8";
        if (Lagging > 0 && query["maxlag"].ToString() is { Length: > 0 })
        {
            Lagging--;
            context.Response.Headers.RetryAfter = "7";
            return context.Response.WriteAsync(
                """{"error":{"code":"maxlag","info":"Waiting for 10.64.0.1: 8.1 seconds lagged.","lag":8.1,"type":"db"}}""");
        }

        JsonNode answer = (query["action"].ToString(), query["list"].ToString()) switch
        {
            ("query", "search") => Search(query["srsearch"].ToString(), int.Parse(query["srlimit"]!, CultureInfo.InvariantCulture)),
            ("wbgetentities", _) => Entities(query["ids"].ToString().Split('|')),
            _ => new JsonObject { ["error"] = new JsonObject { ["code"] = "badvalue", ["info"] = "Unrecognized value" } },
        };
        return context.Response.WriteAsync(answer.ToJsonString(Readable));
    }

    private JsonObject Search(string query, int limit)
    {
        var quoted = query.Split('"');
        var hits = Items.Where(item => quoted.Length == 3 ? IsNamed(item.Value, quoted[1]) : HasStatement(item.Value, query));
        return new JsonObject
        {
            ["batchcomplete"] = "",
            ["query"] = new JsonObject
            {
                ["search"] = new JsonArray([.. hits.Take(limit).Select(hit => new JsonObject { ["ns"] = 0, ["title"] = hit.Key })]),
            },
        };
    }

    private static bool IsNamed(JsonNode? item, string words) =>
        item is JsonObject && (item["claims"] as JsonObject is not { } claims || claims.ContainsKey("P31"))
        && (item["labels"]!.ToJsonString(Readable) + (item["claims"] as JsonObject)?["P1476"]?.ToJsonString(Readable))
            .Contains(words, StringComparison.OrdinalIgnoreCase);

    // "haswbstatement:P345=tt0079944"
    private static bool HasStatement(JsonNode? item, string query) =>
        query.Split(':', '=') is ["haswbstatement", var property, var value]
        && item?["claims"]?[property]?.AsArray().Any(
            statement => statement!["mainsnak"]!["datavalue"]?["value"]?.ToString() == value) == true;

    private JsonObject Entities(string[] ids)
    {
        if (ids.Length > 50)
        {
            return new JsonObject { ["error"] = new JsonObject { ["code"] = "toomanyvalues", ["info"] = "Too many values supplied" } };
        }

        return new JsonObject
        {
            ["entities"] = new JsonObject(ids.Select(id => KeyValuePair.Create(
                id, Items.TryGetValue(id, out var item) ? item?.DeepClone() : new JsonObject { ["id"] = id, ["missing"] = "" }))),
            ["success"] = 1,
        };
    }
}
