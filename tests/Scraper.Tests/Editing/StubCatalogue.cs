using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hosts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Scraper.Tests.Editing;

/// <summary>Metadata's editors' routes over films in memory, as the contract has them.</summary>
internal sealed class StubCatalogue : IAsyncDisposable
{
    public static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly ConcurrentQueue<SeenWrite> _writes = new();
    private readonly Dictionary<string, Func<string>> _fixed = new(StringComparer.Ordinal);
    private StubFilmEdits _edits = null!;

    private StubCatalogue()
    {
    }

    public StubHost Host { get; private set; } = null!;

    public SortedDictionary<int, JsonObject> Films { get; } = [];

    /// <summary>What was sent to be written, dry runs included.</summary>
    public IReadOnlyList<SeenWrite> Writes => [.. _writes];

    /// <summary>The only key that is let in; null lets everybody in.</summary>
    public string? Key { get; set; }

    /// <summary>The body of the last restore.</summary>
    public byte[]? Restored { get; private set; }

    /// <summary>Exports and backups break off in the middle.</summary>
    public bool BreaksOff { get; set; }

    public bool RefusesBatches { get; set; }

    public byte[] Backup { get; set; } = [0x1f, 0x8b, 1, 2, 3];

    public static async Task<StubCatalogue> StartAsync(params JsonObject[] films)
    {
        var stub = new StubCatalogue();
        stub._edits = new StubFilmEdits(stub.Films);
        foreach (var film in films)
        {
            stub.Films.Add(film["id"]!.GetValue<int>(), film);
        }

        stub.Host = await StubHost.StartAsync(stub.AnswerAsync);
        return stub;
    }

    /// <summary>Answers one route with this text instead: "POST /api/v1/changes/last/undo".</summary>
    public StubCatalogue With(string route, string json)
    {
        _fixed[route] = () => json;
        return this;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        var line = $"{request.Method} {request.GetEncodedPathAndQuery()}";
        if (Key is not null && request.Path != "/health/ready" && request.Headers.Authorization != $"Bearer {Key}")
        {
            await WriteAsync(context, 401, """{"title":"Unauthorized","status":401,"detail":"The write key is missing or wrong."}""");
            return;
        }

        var body = await ReadAsync(request);
        if (request.Method != "GET")
        {
            _writes.Enqueue(new SeenWrite(line, body, Header(request, "X-Actor"), Header(request, "X-Reason")));
        }

        if (_fixed.TryGetValue(line, out var answer) || _fixed.TryGetValue($"{request.Method} {request.Path}", out answer))
        {
            await WriteAsync(context, 200, answer());
            return;
        }

        await AnswerAsync(context, body);
    }

    private Task AnswerAsync(HttpContext context, JsonNode? body)
    {
        var path = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries)[2..];
        var dry = context.Request.Query["dryRun"] == "true";
        return (context.Request.Method, path) switch
        {
            ("GET", ["movies", var id]) => FilmAsync(context, id),
            ("PATCH", ["movies", var id]) => WriteAsync(context, 200, _edits.Edit(Number(id), body!.AsObject())),
            ("PATCH", ["movies"]) => WriteAsync(context, 200, _edits.EditMany(body!.AsArray(), dry)),
            ("POST", ["movies", var id, "unlock"]) => WriteAsync(context, 200, _edits.Unlock(Number(id), body!["fields"]!.AsArray())),
            ("POST", ["movies", var id, "merge"]) => WriteAsync(context, 200, _edits.Merge(Number(id), body!["intoId"]!.GetValue<int>())),
            ("POST", ["movies", var id, "split"]) => WriteAsync(context, 201, _edits.Split(Number(id), body!["videoIds"]!.AsArray())),
            ("PUT", ["movies", "batch"]) when RefusesBatches => WriteAsync(
                context, 400, """{"title":"Bad Request","status":400,"detail":"The batch is no batch."}"""),
            ("PUT", ["movies", "batch"]) => WriteAsync(context, 200, _edits.Upsert(body!.AsArray())),
            ("GET", ["videos", "waiting"]) => WriteAsync(context, 200, Waiting(context.Request.Query)),
            ("GET", ["problems"]) => WriteAsync(context, 200, """{"items":[],"total":0,"page":1,"pageSize":24}"""),
            ("GET", ["export"]) => StreamAsync(
                context, Encoding.UTF8.GetBytes(string.Concat(Films.Values.Select(film => film.ToJsonString(Readable) + "\n")))),
            ("GET", ["backup"]) => StreamAsync(context, Backup),
            ("POST", ["restore"]) => RestoreAsync(context),
            _ => WriteAsync(context, context.Request.Method == "DELETE" || path[^1] == "reject" ? 204 : 404, null),
        };
    }

    private string Waiting(IQueryCollection query) => new JsonArray([.. Films.Values
        .SelectMany(film => film["videos"]!.AsArray().Select(video => (Film: film, Video: video!)))
        .Where(pair => pair.Video["source"]!.GetValue<string>() == query["source"])
        .OrderBy(pair => pair.Video["checkedAt"]?.GetValue<string>() ?? "", StringComparer.Ordinal)
        .Take(Number(query["limit"].ToString()))
        .Select(pair => StubFilm.Waiting(pair.Film, pair.Video))]).ToJsonString(Readable);

    private async Task StreamAsync(HttpContext context, byte[] body)
    {
        await context.Response.Body.WriteAsync(body);
        if (BreaksOff)
        {
            await context.Response.Body.FlushAsync();
            context.Abort();
        }
    }

    private Task FilmAsync(HttpContext context, string id) => Films.TryGetValue(Number(id), out var film)
        ? WriteAsync(context, 200, film.ToJsonString(Readable))
        : WriteAsync(context, 404, $$"""{"title":"Not Found","status":404,"detail":"There is no film with id {{id}}."}""");

    private Task RestoreAsync(HttpContext context)
    {
        if (Films.Count > 0 && context.Request.Query["replace"] != "true")
        {
            return WriteAsync(context, 409, """{"title":"Conflict","status":409,"detail":"The catalogue is not empty."}""");
        }

        return WriteAsync(context, 200, "{}");
    }

    private async Task<JsonNode?> ReadAsync(HttpRequest request)
    {
        using var copy = new MemoryStream();
        await request.Body.CopyToAsync(copy);
        if (request.Path.Value!.EndsWith("/restore", StringComparison.Ordinal))
        {
            Restored = copy.ToArray();
            return null;
        }

        return copy.Length == 0 ? null : JsonNode.Parse(Encoding.UTF8.GetString(copy.ToArray()));
    }

    private static Task WriteAsync(HttpContext context, int status, string? json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = status < 400 ? "application/json" : "application/problem+json";
        return json is null ? Task.CompletedTask : context.Response.WriteAsync(json);
    }

    private static string? Header(HttpRequest request, string name) =>
        request.Headers[name].ToString() is { Length: > 0 } value ? Uri.UnescapeDataString(value) : null;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
