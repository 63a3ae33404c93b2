using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Hosts;

/// <summary>Answers as the Internet Archive does, from items that a test adds.</summary>
public sealed class StubArchive : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private StubArchive()
    {
    }

    public StubHost Host { get; private set; } = null!;

    /// <summary>What every query finds, in this order. May hold anything that an answer could hold.</summary>
    public IList<JsonNode> Items { get; } = [];

    /// <summary>Whole answers of /metadata by identifier; an unknown one gets an empty object.</summary>
    public IDictionary<string, JsonObject> Metadata { get; } = new Dictionary<string, JsonObject>(StringComparer.Ordinal);

    /// <summary>Most items on one page, whatever is asked for.</summary>
    public int PageSize { get; set; } = 100;

    public static async Task<StubArchive> StartAsync()
    {
        var stub = new StubArchive();
        stub.Host = await StubHost.StartAsync(stub.AnswerAsync);
        return stub;
    }

    /// <summary>An item as a listing holds it.</summary>
    public static JsonObject Item(string identifier, string title, int year) => new()
    {
        ["identifier"] = identifier,
        ["title"] = title,
        ["description"] = new JsonArray($"{title}, a film of {year}.", "From the public domain."),
        ["creator"] = "Prana-Film",
        ["subject"] = new JsonArray("silent", "horror"),
        ["year"] = year,
        ["date"] = $"{year}-01-01T00:00:00Z",
        ["publicdate"] = "2006-07-14T09:12:46Z",
        ["downloads"] = 123456,
        ["runtime"] = "1:21:00",
        ["language"] = "English",
        ["mediatype"] = "movies",
    };

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!.Trim('/').Split('/');
        var answer = path switch
        {
            ["services", "search", "v1", "scrape"] => Scrape(context),
            ["metadata", var id] => Metadata.TryGetValue(id, out var item) ? item : [],
            _ => null,
        };
        context.Response.StatusCode = answer is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        context.Response.ContentType = "application/json; charset=UTF-8";
        return context.Response.WriteAsync(
            (answer ?? new JsonObject { ["error"] = "not found" }).ToJsonString(Readable));
    }

    private JsonObject Scrape(HttpContext context)
    {
        var query = context.Request.Query;
        if (!int.TryParse(query["count"], CultureInfo.InvariantCulture, out var count) || count is < 100 or > 10_000)
        {
            return new JsonObject
            {
                ["error"] = "[RANGE_OUT_OF_BOUNDS] count must be between 100 and 10000",
                ["errorType"] = "RangeException",
            };
        }

        var start = query["cursor"].ToString() is { Length: > 0 } cursor
            ? int.Parse(cursor.AsSpan("W3siaWRlbnRpZmllciI6".Length), CultureInfo.InvariantCulture)
            : 0;
        var size = Math.Min(count, PageSize);
        var answer = new JsonObject
        {
            ["items"] = new JsonArray([.. Items.Skip(start).Take(size).Select(item => item.DeepClone())]),
            ["total"] = Items.Count,
            ["count"] = Math.Min(size, Items.Count - start),
        };
        if (start + size < Items.Count)
        {
            answer["cursor"] = $"W3siaWRlbnRpZmllciI6{start + size}";
        }

        return answer;
    }
}
