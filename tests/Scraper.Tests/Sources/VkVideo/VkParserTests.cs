using System.Text.Json.Nodes;
using Scraper.Sources;
using Scraper.Sources.VkVideo;

namespace Scraper.Tests.Sources.VkVideo;

public sealed class VkParserTests
{
    private readonly IReadOnlyList<ReadItem> _found =
        VkPage.Read(RecordedAnswer.Json("vk-search.json"), new Uri("https://api.vk.com/method/video.search"), asked: 200).Items;

    [Fact]
    public void A_video_is_read()
    {
        var video = _found[0].Video!;

        Assert.Equal(("vk", "-1719791_456265497"), (video.Source, video.ExternalId));
        Assert.Equal("https://vkvideo.ru/video-1719791_456265497", video.SourceUrl);
        Assert.Equal(
            "https://vk.com/video_ext.php?oid=-1719791&id=456265497&hash=0f1e2d3c4b5a6978&hd=3", video.EmbedUrl);
        Assert.Equal(("https://i.mycdn.me/p?w=1280", "https://i.mycdn.me/p?w=320"), (video.ImageUrl, video.ThumbnailUrl));
        Assert.Equal((TimeSpan.FromMinutes(111), 5319), (video.Duration, video.Views));
        Assert.Equal(new DateTimeOffset(2024, 4, 10, 12, 17, 34, TimeSpan.Zero), video.PublishedAt);
        Assert.Equal(("Киноклассика", "https://vk.com/club1719791"), (video.AuthorName, video.AuthorUrl));
        Assert.Null(video.Category);
        Assert.Equal(VideoMarks.None, video.Marks);
    }

    [Fact]
    public void What_only_subscribers_see_is_marked()
    {
        var video = _found[1].Video!;

        Assert.Equal(VideoMarks.Paid | VideoMarks.Hidden, video.Marks);
        Assert.Null(video.Duration);
        Assert.Equal(("movie", "Иван Петров", "https://vk.com/id77"), (video.Category, video.AuthorName, video.AuthorUrl));
    }

    [Fact]
    public void What_cannot_be_read_is_refused_by_name() => Assert.Equal(
        [
            ("77_13", "platform is \"YouTube\": the upload lies at another host, VK only shows it"),
            (null, "owner_id is 0, not the number of an owner"),
            ("-2_15", "title is null, not a text"),
        ],
        _found.Select(item => item.Reject).OfType<RejectedItem>().Select(reject => (reject.ExternalId, reject.Reason)));

    [Theory]
    [InlineData("https://evil.example/video_ext.php?oid=1")]
    [InlineData("https://vk.com.evil.example/video_ext.php?oid=1")]
    [InlineData("https://www.youtube.com/embed/x")]
    [InlineData("javascript:alert(1)")]
    public void Only_vks_own_player_is_a_player(string address)
    {
        var answer = JsonNode.Parse(RecordedAnswer.Text("vk-search.json"))!;
        answer["response"]!["items"]![0]!["player"] = address;

        var items = VkPage.Read(RecordedAnswer.Element(answer), new Uri("https://api.vk.com/"), asked: 200).Items;

        Assert.Null(items[0].Video!.EmbedUrl);
    }
}
