using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Hosts;

/// <summary>Answers as Rutube's API does, from a catalogue that a test fills.</summary>
public sealed class StubRutube : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private StubRutube()
    {
    }

    public StubHost Host { get; private set; } = null!;

    /// <summary>What every search finds, in this order; also what channels, categories and single videos are taken from.
    /// May hold anything that an answer could hold.</summary>
    public IList<JsonNode> Videos { get; } = [];

    /// <summary>Videos of playlists, tags and people by number, as in <see cref="Videos"/>.</summary>
    public IDictionary<string, IReadOnlyList<JsonNode>> Lists { get; } = new Dictionary<string, IReadOnlyList<JsonNode>>(StringComparer.Ordinal);

    /// <summary>Cards (metainfo/tv) by number; their videos lie in <see cref="Lists"/> under "card/NUMBER".</summary>
    public IDictionary<string, JsonObject> Cards { get; } = new Dictionary<string, JsonObject>(StringComparer.Ordinal);

    /// <summary>Answers of play/options by id or number.</summary>
    public IDictionary<string, JsonObject> PlayOptions { get; } = new Dictionary<string, JsonObject>(StringComparer.Ordinal);

    /// <summary>Showcases (feeds) by name.</summary>
    public IDictionary<string, JsonObject> Showcases { get; } = new Dictionary<string, JsonObject>(StringComparer.Ordinal);

    /// <summary>What pages that embed a video are told, by the video's page.</summary>
    public IDictionary<string, JsonObject> Oembed { get; } = new Dictionary<string, JsonObject>(StringComparer.Ordinal);

    /// <summary>RSS of channels by number.</summary>
    public IDictionary<string, string> Rss { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public int PageSize { get; set; } = 20;

    /// <summary>How many videos of a page come again on the next, as when a list shifts while it is read.</summary>
    public int Overlap { get; set; }

    /// <summary>The last page leads back to the first.</summary>
    public bool LeadsBack { get; set; }

    /// <summary>There is always a next page, though nothing is on it.</summary>
    public bool PromisesForEver { get; set; }

    /// <summary>Answers carry an ETag, and one that is still right is not sent again.</summary>
    public bool GivesETags { get; set; }

    public static async Task<StubRutube> StartAsync(IEnumerable<StubVideo> videos)
    {
        var stub = new StubRutube();
        foreach (var video in videos)
        {
            stub.Videos.Add(video.ToJson());
        }

        stub.Host = await StubHost.StartAsync(stub.AnswerAsync);
        return stub;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!.Trim('/').Split('/');
        if (path is ["rss", "video", "person", var channel] && Rss.TryGetValue(channel, out var rss))
        {
            context.Response.ContentType = "application/rss+xml; charset=utf-8";
            return context.Response.WriteAsync(rss);
        }

        var answer = path switch
        {
            ["api", "search", "video"] => Page(context, Videos, counted: true),
            ["api", "video", "person", var id] => Page(context, Videos.Where(video => IdIn(video, "author") == id)),
            ["api", "video", "category", var id, var day] => Page(
                context, Videos.Where(video => IdIn(video, "category") == id && DayOf(video) == day)),
            ["api", "video", var id] => Videos.FirstOrDefault(video => Field(video, "id") == id),
            ["api", "playlist", "custom", var id, "videos"] => ListPage(context, $"playlist/{id}"),
            ["api", "tags", "video", var id] => ListPage(context, $"tag/{id}"),
            ["api", "metainfo", "person", var id, "video"] => ListPage(context, $"person/{id}"),
            ["api", "metainfo", "tv", var id, "video"] => ListPage(context, $"card/{id}"),
            ["api", "metainfo", "tv", var id] => Cards.TryGetValue(id, out var card) ? card : null,
            ["api", "feeds", "cardgroup", var id] => ListPage(context, $"cardgroup/{id}"),
            ["api", "feeds", var name] => Showcases.TryGetValue(name, out var showcase) ? showcase : null,
            ["api", "oembed"] => Oembed.TryGetValue(context.Request.Query["url"].ToString(), out var told) ? told : null,
            ["api", "play", "options", var id] => PlayOptions.TryGetValue(id, out var options) ? options : null,
            _ => null,
        };
        context.Response.StatusCode = answer is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        context.Response.ContentType = "application/json";
        var body = (answer ?? new JsonObject { ["detail"] = "Страница не найдена." }).ToJsonString(Readable);
        return GivesETags && IsHeld(context, body) ? Task.CompletedTask : context.Response.WriteAsync(body);
    }

    private static bool IsHeld(HttpContext context, string body)
    {
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))[..16]}\"";
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch != tag)
        {
            return false;
        }

        context.Response.StatusCode = StatusCodes.Status304NotModified;
        context.Response.ContentType = null;
        return true;
    }

    private JsonObject? ListPage(HttpContext context, string key)
    {
        var type = context.Request.Query["type"].ToString();
        return Lists.TryGetValue(key, out var videos)
            ? Page(context, videos.Where(video => type.Length == 0 || IdIn(video, "type") == type))
            : null;
    }

    private JsonObject Page(HttpContext context, IEnumerable<JsonNode> all, bool counted = false)
    {
        var videos = all.ToList();
        var page = int.TryParse(context.Request.Query["page"], CultureInfo.InvariantCulture, out var asked) ? asked : 1;
        var start = (page - 1) * (PageSize - Overlap);
        var isLast = start + PageSize >= videos.Count;
        var next = !isLast || PromisesForEver ? page + 1 : LeadsBack ? 1 : (int?)null;
        var answer = new JsonObject
        {
            ["has_next"] = next is not null,
            ["next"] = next is { } number ? PageUrl(context, number) : null,
            ["previous"] = page > 1 ? PageUrl(context, page - 1) : null,
            ["page"] = page,
            ["per_page"] = PageSize,
            ["results"] = new JsonArray([.. videos.Skip(start).Take(PageSize).Select(video => video.DeepClone())]),
        };
        if (counted)
        {
            answer["count"] = videos.Count;
        }

        return answer;
    }

    // As in life: absolute, at the public host, and with http.
    private static string PageUrl(HttpContext context, int page)
    {
        var query = new QueryBuilder(context.Request.Query
            .Where(parameter => parameter.Key != "page")
            .Select(parameter => KeyValuePair.Create(parameter.Key, parameter.Value.ToString())))
        {
            { "page", page.ToString(CultureInfo.InvariantCulture) },
        };
        return $"http://rutube.ru{context.Request.Path}{query.ToQueryString()}";
    }

    private static string? Field(JsonNode video, string name) =>
        video is JsonObject fields && fields[name] is JsonValue value ? value.ToString() : null;

    private static string? IdIn(JsonNode video, string name) =>
        video is JsonObject fields && fields[name] is JsonObject inner ? inner["id"]?.ToString() : null;

    private static string? DayOf(JsonNode video) =>
        Field(video, "publication_ts") is { Length: >= 10 } time ? $"{time[8..10]}{time[5..7]}{time[..4]}" : null;
}
