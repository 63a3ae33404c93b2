using System.Globalization;
using System.Text.Json.Nodes;

namespace Hosts;

/// <summary>One upload at the stub of Rutube.</summary>
/// <param name="Number">Its track number; the hex id is made of it.</param>
/// <param name="PublishedAt">Moscow time, without a zone.</param>
public sealed record StubVideo(int Number, string Title, int Seconds, DateTime PublishedAt)
{
    public string Id => IdOf(Number);

    public string Description { get; init; } = "";

    public int Hits { get; init; } = 1000;

    public int CategoryId { get; init; } = 4;

    public string CategoryName { get; init; } = "Фильмы";

    public int AuthorId { get; init; } = 25256830;

    public string AuthorName { get; init; } = "Золотая коллекция кино";

    public int Age { get; init; } = 12;

    /// <summary>Fields that are added or overwritten, as they would come.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Overrides { get; init; } = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);

    /// <summary>Thirty-two hexadecimal digits, different for every number.</summary>
    public static string IdOf(int number) =>
        (number * 2654435761u).ToString("x16", CultureInfo.InvariantCulture)
        + (number * 40503u).ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>The video as lists and details hold it.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["id"] = Id,
            ["track_id"] = Number,
            ["title"] = Title,
            ["description"] = Description,
            ["thumbnail_url"] = $"https://pic.rtbcdn.ru/video/2024-04-13/dc/53/{Id}.jpg",
            ["picture_url"] = "",
            ["preview_url"] = null,
            ["video_url"] = $"https://rutube.ru/video/{Id}/",
            ["embed_url"] = $"https://rutube.ru/play/embed/{Id}",
            ["duration"] = Seconds,
            ["hits"] = Hits,
            ["created_ts"] = Moment(PublishedAt.AddDays(-1)),
            ["publication_ts"] = Moment(PublishedAt),
            ["is_adult"] = false,
            ["is_livestream"] = false,
            ["is_official"] = false,
            ["is_paid"] = false,
            ["is_hidden"] = false,
            ["is_audio"] = false,
            ["product_id"] = null,
            ["stream_type"] = null,
            ["origin_type"] = "rtb",
            ["action_reason"] = new JsonObject { ["id"] = 0, ["name"] = "" },
            ["category"] = new JsonObject
            {
                ["id"] = CategoryId,
                ["category_url"] = $"https://rutube.ru/video/category/{CategoryId}/",
                ["name"] = CategoryName,
            },
            ["author"] = new JsonObject
            {
                ["id"] = AuthorId,
                ["name"] = AuthorName,
                ["avatar_url"] = "https://pic.rtbcdn.ru/user/avatar.jpg",
                ["site_url"] = $"https://rutube.ru/video/person/{AuthorId}/",
            },
            ["pg_rating"] = new JsonObject { ["age"] = Age, ["logo"] = $"https://static.rutube.ru/static/img/pg/{Age}.png" },
            ["hashtags"] = new JsonArray(),
        };
        foreach (var (field, value) in Overrides)
        {
            json[field] = value?.DeepClone();
        }

        return json;
    }

    private static string Moment(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
}
