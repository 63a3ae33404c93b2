using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Hosts;

/// <summary>Answers as a PeerTube instance does, from videos that a test adds.</summary>
public sealed class StubPeerTube : IAsyncDisposable
{
    private const int MostAtOnce = 100;

    private StubPeerTube()
    {
    }

    public StubHost Host { get; private set; } = null!;

    /// <summary>What every search and "latest" find, in this order. May hold anything that an answer could hold.</summary>
    public IList<JsonNode> Videos { get; } = [];

    /// <summary>Items of playlists by id; an item is a place that holds a video, or null for one that was deleted.</summary>
    public IDictionary<string, IReadOnlyList<JsonNode?>> Playlists { get; } = new Dictionary<string, IReadOnlyList<JsonNode?>>(StringComparer.Ordinal);

    /// <summary>Whole answers about single videos by id; an unknown one is 404.</summary>
    public IDictionary<string, JsonObject> Details { get; } = new Dictionary<string, JsonObject>(StringComparer.Ordinal);

    /// <summary>Sends the first page whatever start is asked for, as a host does that knows no offsets.</summary>
    public bool IgnoresStart { get; set; }

    public static async Task<StubPeerTube> StartAsync()
    {
        var stub = new StubPeerTube();
        stub.Host = await StubHost.StartAsync(stub.AnswerAsync);
        return stub;
    }

    /// <summary>Different for every number.</summary>
    public static string Uuid(int number) => $"9c9de5e8-0a1e-484a-b099-{number:x12}";

    /// <summary>A video as lists hold it.</summary>
    public static JsonObject Video(int number, string name, int seconds, string host = "peertube.example") => new()
    {
        ["id"] = number,
        ["uuid"] = Uuid(number),
        ["shortUUID"] = $"kkGMgK9ZtnKfYAgnEt{number}",
        ["url"] = $"https://{host}/videos/watch/{Uuid(number)}",
        ["name"] = name,
        ["description"] = null,
        ["truncatedDescription"] = $"{name}, a film that is…",
        ["duration"] = seconds,
        ["views"] = 1200 + number,
        ["likes"] = 12,
        ["dislikes"] = 0,
        ["createdAt"] = "2023-05-04T10:00:00.000Z",
        ["publishedAt"] = "2023-05-05T12:30:15.250Z",
        ["updatedAt"] = "2024-01-01T00:00:00.000Z",
        ["originallyPublishedAt"] = null,
        ["category"] = new JsonObject { ["id"] = 2, ["label"] = "Films" },
        ["licence"] = new JsonObject { ["id"] = 7, ["label"] = "Public Domain Dedication" },
        ["language"] = new JsonObject { ["id"] = "fr", ["label"] = "French" },
        ["privacy"] = new JsonObject { ["id"] = 1, ["label"] = "Public" },
        ["nsfw"] = false,
        ["isLocal"] = true,
        ["isLive"] = false,
        ["thumbnailPath"] = $"/lazy-static/thumbnails/{number}.jpg",
        ["previewPath"] = $"/lazy-static/previews/{number}.jpg",
        ["embedPath"] = $"/videos/embed/{Uuid(number)}",
        ["account"] = Owner("cinephile", "Le cinéphile", $"https://{host}/accounts/cinephile"),
        ["channel"] = Owner("old_films", "Old films", $"https://{host}/video-channels/old_films"),
    };

    /// <summary>A video as its details hold it, with an HLS playlist and files.</summary>
    public static JsonObject Detailed(int number, string name, int seconds, string host = "peertube.example")
    {
        var video = Video(number, name, seconds, host);
        video["description"] = $"{name}, a film that is told to its end.";
        video["tags"] = new JsonArray("cinema", "silent");
        video["files"] = new JsonArray();
        video["streamingPlaylists"] = new JsonArray(new JsonObject
        {
            ["id"] = number,
            ["type"] = 1,
            ["playlistUrl"] = $"https://{host}/static/streaming-playlists/hls/{Uuid(number)}/master.m3u8",
            ["files"] = new JsonArray(File(host, number, 480), File(host, number, 1080), File(host, number, 0)),
        });
        return video;
    }

    public static JsonObject File(string host, int number, int height) => new()
    {
        ["resolution"] = new JsonObject { ["id"] = height, ["label"] = height == 0 ? "Audio only" : $"{height}p" },
        ["fileUrl"] = $"https://{host}/static/web-videos/{Uuid(number)}-{height}.mp4",
        ["size"] = 1_000_000 + height,
        ["fps"] = 24,
    };

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private static JsonObject Owner(string name, string displayName, string url) => new()
    {
        ["id"] = 3,
        ["name"] = name,
        ["displayName"] = displayName,
        ["url"] = url,
        ["host"] = new Uri(url).Host,
        ["avatars"] = new JsonArray(),
    };

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!.Trim('/').Split('/');
        var answer = path switch
        {
            ["api", "v1", "videos"] or ["api", "v1", "search", "videos"] => Page(context, [.. Videos]),
            ["api", "v1", "video-channels", var name, "videos"] => Page(context,
                [.. Videos.Where(video => (string?)video["channel"]?["name"] == name.Split('@')[0])]),
            ["api", "v1", "video-playlists", var id, "videos"] => Playlists.TryGetValue(id, out var items)
                ? Page(context, [.. items.Select(Place)])
                : null,
            ["api", "v1", "videos", var id] => Details.TryGetValue(id, out var video) ? video : null,
            _ => null,
        };
        context.Response.StatusCode = answer is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        context.Response.ContentType = answer is null ? "application/problem+json" : "application/json; charset=utf-8";
        return context.Response.WriteAsync((answer ?? new JsonObject
        {
            ["type"] = "about:blank",
            ["title"] = "Not Found",
            ["detail"] = "Video not found",
            ["status"] = 404,
        }).ToJsonString());
    }

    private static JsonObject Place(JsonNode? video, int index) => new()
    {
        ["id"] = 100 + index,
        ["position"] = index + 1,
        ["video"] = video?.DeepClone(),
    };

    private JsonObject Page(HttpContext context, IReadOnlyList<JsonNode> all)
    {
        var start = IgnoresStart ? 0 : Number(context, "start", 0);
        var count = Math.Min(Number(context, "count", 15), MostAtOnce);
        return new JsonObject
        {
            ["total"] = IgnoresStart ? 1_000_000 : all.Count,
            ["data"] = new JsonArray([.. all.Skip(start).Take(count).Select(video => video.DeepClone())]),
        };
    }

    private static int Number(HttpContext context, string parameter, int otherwise) =>
        int.TryParse(context.Request.Query[parameter], CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
