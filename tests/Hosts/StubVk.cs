using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Hosts;

/// <summary>Answers as VK's API does, from videos that a test adds. Like the API it takes parameters from the address and
/// from the body, and tells errors with status 200.</summary>
public sealed class StubVk : IAsyncDisposable
{
    public const string Token = "vk1.a.stub-token_0123456789";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Queue<long> _errors = new();

    private StubVk()
    {
    }

    public StubHost Host { get; private set; } = null!;

    /// <summary>What every search finds, in this order; also what owners and single videos are taken from.</summary>
    public IList<JsonNode> Videos { get; } = [];

    public static async Task<StubVk> StartAsync()
    {
        var stub = new StubVk();
        stub.Host = await StubHost.StartAsync(stub.AnswerAsync);
        return stub;
    }

    /// <summary>A video as lists hold it.</summary>
    public static JsonObject Video(long owner, int number, string title, int seconds) => new()
    {
        ["id"] = number,
        ["owner_id"] = owner,
        ["title"] = title,
        ["description"] = "Первая строка.<br/>Вторая строка...",
        ["duration"] = seconds,
        ["date"] = 1_712_751_454,
        ["adding_date"] = 1_712_751_460,
        ["image"] = new JsonArray(
            Image(number, 130, padded: true), Image(number, 320), Image(number, 720), Image(number, 1280), Image(number, 4096)),
        ["views"] = 10_000 + number,
        ["local_views"] = 10_000 + number,
        ["comments"] = 3,
        ["player"] = $"https://vk.com/video_ext.php?oid={owner}&id={number}&hash=0f1e2d3c4b5a6978&hd=3",
        ["type"] = "video",
        ["is_private"] = 0,
    };

    /// <summary>The next calls answer with errors of these numbers.</summary>
    public void Refuse(params IEnumerable<long> codes)
    {
        foreach (var code in codes)
        {
            _errors.Enqueue(code);
        }
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private static JsonObject Image(int number, int width, bool padded = false)
    {
        var image = new JsonObject
        {
            ["url"] = $"https://i.mycdn.me/getVideoPreview?id={number}&w={width}",
            ["width"] = width,
            ["height"] = width * 9 / 16,
        };
        if (padded)
        {
            image["with_padding"] = 1;
        }

        return image;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var form = context.Request.HasFormContentType
            ? await context.Request.ReadFormAsync(context.RequestAborted)
            : FormCollection.Empty;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(Answer(context.Request, form).ToJsonString(Readable));
    }

    private JsonObject Answer(HttpRequest request, IFormCollection form)
    {
        if (_errors.TryDequeue(out var code))
        {
            return Error(code, "as the test wants it");
        }

        if (form["access_token"] != Token)
        {
            return Error(5, "User authorization failed: invalid access_token (4).");
        }

        var query = request.Query;
        return request.Path.Value switch
        {
            "/method/video.search" => Page(query, [.. Videos]),
            "/method/video.get" when query["videos"].ToString() is { Length: > 0 } id =>
                Page(query, [.. Videos.Where(video => $"{video["owner_id"]}_{video["id"]}" == id)]),
            "/method/video.get" => Page(query, [.. Videos.Where(video => $"{video["owner_id"]}" == query["owner_id"])]),
            _ => Error(3, "Unknown method passed"),
        };
    }

    private static JsonObject Page(IQueryCollection query, IReadOnlyList<JsonNode> all) => new()
    {
        ["response"] = new JsonObject
        {
            ["count"] = all.Count,
            ["items"] = new JsonArray(
                [.. all.Skip(Number(query, "offset", 0)).Take(Number(query, "count", 100)).Select(video => video.DeepClone())]),
            ["groups"] = new JsonArray(new JsonObject { ["id"] = 1719791, ["name"] = "Киноклассика", ["screen_name"] = "kino" }),
            ["profiles"] = new JsonArray(new JsonObject { ["id"] = 77, ["first_name"] = "Иван", ["last_name"] = "Петров" }),
        },
    };

    private static JsonObject Error(long code, string message) => new()
    {
        ["error"] = new JsonObject { ["error_code"] = code, ["error_msg"] = message },
    };

    private static int Number(IQueryCollection query, string parameter, int otherwise) =>
        int.TryParse(query[parameter], CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
