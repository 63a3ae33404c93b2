using System.Text.Json;
using Hosts;
using Scraper.Sources;
using Scraper.Sources.Rutube;

namespace Scraper.Tests.Sources.Rutube;

public sealed class RutubeFieldsTests
{
    private const string Id = "6e4d63138f7d572283f44f6d730d0ce0";

    [Theory]
    [InlineData("duration", "5400", 5400)]
    [InlineData("duration", "\"5400\"", 5400)]
    [InlineData("duration", "5400.4", 5400)]
    [InlineData("duration", "0", null)]
    [InlineData("duration", "1", null)]
    [InlineData("duration", "-7", null)]
    [InlineData("duration", "1e300", null)]
    [InlineData("duration", "99999999", null)]
    [InlineData("duration", "\"долго\"", null)]
    [InlineData("duration", "null", null)]
    [InlineData("duration", "[]", null)]
    public void A_duration_is_read_or_unknown(string field, string written, int? seconds)
    {
        var video = Read(field, written).Video!;

        Assert.Equal(seconds, (int?)video.Duration?.TotalSeconds);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData("\"true\"", true)]
    [InlineData("\"True\"", true)]
    [InlineData("\"1\"", true)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    [InlineData("\"false\"", false)]
    [InlineData("\"\"", false)]
    [InlineData("null", false)]
    [InlineData("{}", false)]
    public void A_switch_is_read_however_it_comes(string written, bool expected) =>
        Assert.Equal(expected, Read("is_hidden", written).Video!.Marks.HasFlag(VideoMarks.Hidden));

    [Theory]
    [InlineData("is_hidden", nameof(VideoMarks.Hidden))]
    [InlineData("is_deleted", nameof(VideoMarks.Deleted))]
    [InlineData("is_adult", nameof(VideoMarks.Adult))]
    [InlineData("is_paid", nameof(VideoMarks.Paid))]
    [InlineData("is_livestream", nameof(VideoMarks.Live))]
    [InlineData("is_audio", nameof(VideoMarks.Audio))]
    public void Every_state_has_its_mark(string field, string mark) =>
        Assert.Equal(mark, Read(field, "true").Video!.Marks.ToString());

    [Theory]
    [InlineData("action_reason", "0")]
    [InlineData("action_reason", "{\"id\":0,\"name\":\"\"}")]
    [InlineData("category", "null")]
    [InlineData("category", "7")]
    [InlineData("author", "null")]
    [InlineData("author", "[]")]
    [InlineData("author", "\"Кино\"")]
    [InlineData("pg_rating", "null")]
    [InlineData("pg_rating", "18")]
    [InlineData("pg_rating", "{\"age\":17}")]
    [InlineData("hits", "null")]
    [InlineData("hits", "-1")]
    [InlineData("hits", "\"много\"")]
    [InlineData("hashtags", "null")]
    [InlineData("hashtags", "[1,null,{}]")]
    [InlineData("all_tags", "{}")]
    [InlineData("thumbnail_url", "\"\"")]
    [InlineData("thumbnail_url", "\"javascript:alert(1)\"")]
    [InlineData("thumbnail_url", "\"data:image/png;base64,AAAA\"")]
    [InlineData("embed_url", "\"https://rutube.ru/play/embed/172557943\"")]
    [InlineData("embed_url", "\"https://evil.example/embed\"")]
    [InlineData("embed_url", "null")]
    [InlineData("type", "null")]
    [InlineData("season", "{}")]
    [InlineData("description", "5")]
    public void No_field_but_id_and_title_can_cost_the_video(string field, string written)
    {
        var video = Read(field, written).Video!;

        Assert.Equal($"https://rutube.ru/play/embed/{Id}", video.EmbedUrl);
        Assert.StartsWith("https://", video.ThumbnailUrl ?? "https://", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id", "null", "id is null")]
    [InlineData("id", "5", "id is 5")]
    [InlineData("id", "\"\"", "id is \"\"")]
    [InlineData("id", "\"6e4d63138f7d572283f44f6d730d0ce\"", "not 32 hexadecimal")]
    [InlineData("id", "\"6e4d63138f7d572283f44f6d730d0ce0\\n\"", "not 32 hexadecimal")]
    [InlineData("title", "null", "title is null")]
    [InlineData("title", "\"\"", "title is \"\"")]
    [InlineData("title", "\"   \"", "title is")]
    [InlineData("title", "{}", "title is {}")]
    [InlineData("title", "1984", "title is 1984")]
    [InlineData("title", "\"\\ud800\"", "title is")]
    public void Without_id_or_title_a_video_is_refused_by_name(string field, string written, string reason)
    {
        var read = Read(field, written);

        Assert.Null(read.Video);
        Assert.StartsWith($"{field} is ", read.Reject!.Reason, StringComparison.Ordinal);
        Assert.Contains(reason, read.Reject.Reason, StringComparison.Ordinal);
        Assert.StartsWith("{", read.Reject.Payload, StringComparison.Ordinal);
    }

    [Fact]
    public void A_private_video_keeps_the_key_it_plays_with()
    {
        var video = Read("video_url", $"\"https://rutube.ru/video/private/{Id}/?p=aB3-x\"").Video!;

        Assert.Equal($"https://rutube.ru/play/embed/{Id}/?p=aB3-x", video.EmbedUrl);
        Assert.Equal($"https://rutube.ru/video/{Id}/", video.SourceUrl);
    }

    private static ReadItem Read(string field, string written)
    {
        var json = new StubVideo(172557943, "Аэлита (1924)", 6660, new DateTime(2024, 4, 9, 20, 31, 0)).ToJson();
        json["id"] = Id;
        json["video_url"] = $"https://rutube.ru/video/{Id}/";
        json[field] = "@";
        using var document = JsonDocument.Parse(json.ToJsonString().Replace("\"@\"", written, StringComparison.Ordinal));
        return RutubeParser.Read(document.RootElement.Clone(), card: null);
    }
}
