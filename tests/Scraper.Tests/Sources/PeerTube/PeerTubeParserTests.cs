using System.Text.Json.Nodes;
using Scraper.Sources;
using Scraper.Sources.PeerTube;

namespace Scraper.Tests.Sources.PeerTube;

public sealed class PeerTubeParserTests
{
    private static readonly Uri Host = new("https://asked.example");

    private readonly IReadOnlyList<ReadItem> _listed =
        PeerTubePage.Read(RecordedAnswer.Json("peertube-list.json"), Host, Host).Items;

    [Fact]
    public void A_video_of_a_list_is_read()
    {
        var video = _listed[0].Video!;

        Assert.Equal(("peertube", "9c9de5e8-0a1e-484a-b099-e80766180a6d"), (video.Source, video.ExternalId));
        Assert.Equal("https://origin.example/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d", video.SourceUrl);
        Assert.Equal("https://origin.example/videos/embed/9c9de5e8-0a1e-484a-b099-e80766180a6d", video.EmbedUrl);
        Assert.Equal("https://asked.example/lazy-static/previews/17.jpg", video.ImageUrl);
        Assert.Equal("https://asked.example/lazy-static/thumbnails/17.jpg", video.ThumbnailUrl);
        Assert.Equal("Un film de Georges Méliès...", video.Description);
        Assert.Equal((TimeSpan.FromMinutes(74), 321), (video.Duration, video.Views));
        Assert.Equal(new DateTimeOffset(2022, 1, 3, 10, 20, 30, 400, TimeSpan.Zero), video.PublishedAt);
        Assert.Equal(("Star Film", "https://origin.example/video-channels/melies"), (video.AuthorName, video.AuthorUrl));
        Assert.Equal(
            ("Films", "fr", "Public Domain Dedication"), (video.Category, video.Language, video.Licence));
        Assert.Equal((VideoMarks.None, 1902), (video.Marks, video.Stated.Year));
    }

    [Fact]
    public void What_is_not_chosen_is_unknown_and_states_are_marked()
    {
        var live = _listed[1].Video!;

        Assert.Equal(VideoMarks.Adult | VideoMarks.Live | VideoMarks.Hidden, live.Marks);
        Assert.Null(live.Category ?? live.Licence ?? live.Language);
        Assert.Null(live.Duration);
        Assert.Equal("Georges", live.AuthorName);
        Assert.Equal("https://asked.example/videos/watch/1d1de5e8-0a1e-484a-b099-e80766180a6e", live.SourceUrl);
    }

    [Fact]
    public void The_year_of_an_upload_elsewhere_is_not_the_year_of_the_film() => Assert.Null(_listed[1].Video!.Stated.Year);

    [Fact]
    public void What_cannot_be_read_is_refused_by_name() => Assert.Equal(
        [(null, "uuid is \"not-a-uuid\", not a uuid"), ("2d1de5e8-0a1e-484a-b099-e80766180a6f", "name is \"\", not a text")],
        _listed.Select(item => item.Reject).OfType<RejectedItem>().Select(reject => (reject.ExternalId, reject.Reason)));

    [Fact]
    public void Details_hold_the_playlist_and_the_best_quality()
    {
        var video = PeerTubeParser.Read(RecordedAnswer.Json("peertube-video.json"), Host).Video!;

        Assert.Equal("https://origin.example/static/streaming-playlists/hls/a/master.m3u8", video.StreamUrl);
        Assert.Equal("1080p", video.Stated.Quality);
        Assert.Equal("Un film de Georges Méliès, en entier.", video.Description);
        Assert.Equal(["silent", "moon"], video.Tags);
    }

    [Theory]
    [InlineData("[]", "https://origin.example/static/web-videos/a-720.mp4", "720p")]
    [InlineData("[{\"type\":2,\"playlistUrl\":\"https://origin.example/p2p\"}]", "https://origin.example/static/web-videos/a-720.mp4", "720p")]
    [InlineData("[{\"type\":1,\"playlistUrl\":\"javascript:alert(1)\"}]", "https://origin.example/static/web-videos/a-720.mp4", "720p")]
    [InlineData("null", "https://origin.example/static/web-videos/a-720.mp4", "720p")]
    public void Without_a_playlist_the_largest_file_is_taken(string playlists, string stream, string quality)
    {
        var details = JsonNode.Parse(RecordedAnswer.Text("peertube-video.json"))!.AsObject();
        details["streamingPlaylists"] = JsonNode.Parse(playlists);

        var video = PeerTubeParser.Read(RecordedAnswer.Element(details), Host).Video!;

        Assert.Equal((stream, quality), (video.StreamUrl, video.Stated.Quality));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://origin.example:8080/videos/watch/x")]
    [InlineData("https://user:secret@origin.example/videos/watch/x")]
    [InlineData("https://")]
    public void An_address_that_no_browser_may_open_is_replaced(string url)
    {
        var details = JsonNode.Parse(RecordedAnswer.Text("peertube-video.json"))!.AsObject();
        details["url"] = url;

        var video = PeerTubeParser.Read(RecordedAnswer.Element(details), Host).Video!;

        Assert.Equal("https://asked.example/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d", video.SourceUrl);
    }
}
