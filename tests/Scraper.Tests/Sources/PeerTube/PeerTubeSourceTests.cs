using System.Text.Json.Nodes;
using Hosts;
using Scraper.Fetching;
using Scraper.Sources;
using Scraper.Sources.PeerTube;

namespace Scraper.Tests.Sources.PeerTube;

public sealed class PeerTubeSourceTests : IAsyncLifetime
{
    private const int Films = 120;

    private readonly PoliteHttpFactory _fetching = LoopbackFetching.Create();
    private StubPeerTube _peerTube = null!;

    public async Task InitializeAsync()
    {
        _peerTube = await StubPeerTube.StartAsync();
        for (var number = 0; number < Films; number++)
        {
            _peerTube.Videos.Add(StubPeerTube.Video(number, $"Film {number}", 4800));
        }
    }

    public async Task DisposeAsync()
    {
        _fetching.Dispose();
        await _peerTube.DisposeAsync();
    }

    [Theory]
    [InlineData("search:film muet", "/api/v1/search/videos?search=film%20muet&start=0&count=50&nsfw=false")]
    [InlineData("latest", "/api/v1/videos?sort=-publishedAt&start=0&count=50&nsfw=false")]
    [InlineData("channel:old_films@peertube.example",
        "/api/v1/video-channels/old_films@peertube.example/videos?start=0&count=50&nsfw=false")]
    public async Task A_list_is_read_over_all_its_pages(string target, string firstAsked)
    {
        var walk = await Walk.ThroughAsync(Source(details: false), target);

        Assert.Null(walk.Failure);
        Assert.Equal([50, 50, 20], walk.Pages.Select(page => page.Videos.Count));
        Assert.Equal((Films, 3), (walk.Pages[0].Total, walk.Meter.Requests));
        Assert.Equal(firstAsked, _peerTube.Host.Requests[0].PathAndQuery);
    }

    [Fact]
    public async Task A_run_goes_on_from_any_cursor_to_the_same_set()
    {
        var whole = await Walk.ThroughAsync(Source(details: false), "latest");

        for (var cut = 0; cut < whole.Pages.Count - 1; cut++)
        {
            var rest = await Walk.ThroughAsync(Source(details: false), "latest", whole.Pages[cut].NextCursor);

            Assert.Equal(whole.Ids, whole.Pages.Take(cut + 1).SelectMany(page => page.Videos)
                .Concat(rest.Videos).Select(video => video.ExternalId), StringComparer.Ordinal);
        }
    }

    [Fact]
    public async Task A_host_that_knows_no_offsets_does_not_keep_us_for_ever()
    {
        _peerTube.IgnoresStart = true;

        var walk = await Walk.ThroughAsync(Source(details: false), "latest");

        Assert.Equal(50, walk.Ids.Count);
        Assert.Equal(2, walk.Meter.Requests);
    }

    [Fact]
    public async Task A_playlist_gives_its_videos_without_those_that_were_deleted()
    {
        _peerTube.Playlists["best"] = [_peerTube.Videos[3], null, _peerTube.Videos[1]];

        var walk = await Walk.ThroughAsync(Source(details: false), "playlist:best");

        Assert.Equal([StubPeerTube.Uuid(3), StubPeerTube.Uuid(1)], walk.Ids);
        Assert.Empty(walk.Rejects);
    }

    [Fact]
    public async Task What_may_be_a_film_is_read_with_its_details()
    {
        _peerTube.Videos.Clear();
        _peerTube.Videos.Add(StubPeerTube.Video(1, "Film", 4800));
        _peerTube.Videos.Add(StubPeerTube.Video(2, "Court", 300));
        _peerTube.Videos.Add(StubPeerTube.Video(3, "Copie", 4800));
        _peerTube.Details[StubPeerTube.Uuid(1)] = StubPeerTube.Detailed(1, "Film", 4800);

        var walk = await Walk.ThroughAsync(Source(details: true), "latest");

        Assert.Equal(
            [$"https://peertube.example/static/streaming-playlists/hls/{StubPeerTube.Uuid(1)}/master.m3u8", null, null],
            walk.Videos.Select(video => video.StreamUrl), StringComparer.Ordinal);
        Assert.Equal(["1080p", null, null], walk.Videos.Select(video => video.Stated.Quality), StringComparer.Ordinal);
        Assert.Equal(3, walk.Meter.Requests);
    }

    [Fact]
    public async Task A_single_video_is_read_by_its_id_or_its_address()
    {
        _peerTube.Details[StubPeerTube.Uuid(1)] = StubPeerTube.Detailed(1, "Film", 4800);

        var byId = await Walk.ThroughAsync(Source(), $"video:{StubPeerTube.Uuid(1)}");
        var byAddress = await Walk.ThroughAsync(Source(), $"https://peertube.example/videos/watch/{StubPeerTube.Uuid(1)}");

        Assert.Equal([StubPeerTube.Uuid(1)], byId.Ids);
        Assert.Equal(byId.Ids, byAddress.Ids);
    }

    [Fact]
    public async Task A_video_that_the_instance_does_not_know_is_gone()
    {
        var walk = await Walk.ThroughAsync(Source(), $"video:{StubPeerTube.Uuid(9)}");

        Assert.Equal(SourceFailure.Gone, walk.Failure!.Failure);
    }

    [Fact]
    public async Task Of_a_copy_that_is_no_longer_known_the_instance_it_came_from_is_asked()
    {
        await using var origin = await StubPeerTube.StartAsync();
        origin.Details[StubPeerTube.Uuid(9)] = StubPeerTube.Detailed(9, "Film", 4800);
        var address = new Uri(origin.Host.BaseUrl, $"/videos/watch/{StubPeerTube.Uuid(9)}").AbsoluteUri;

        var walk = await Walk.ThroughAsync(Source(), address);

        Assert.Equal([StubPeerTube.Uuid(9)], walk.Ids);
        Assert.Single(_peerTube.Host.Requests);
    }

    [Fact]
    public async Task A_video_behind_a_password_is_hidden()
    {
        _peerTube.Host.Fail(Fault.Json("""{"code":"video_requires_password","status":403}""", 403));

        var walk = await Walk.ThroughAsync(Source(), $"video:{StubPeerTube.Uuid(1)}");

        Assert.Equal(SourceFailure.Hidden, walk.Failure!.Failure);
    }

    [Theory]
    [InlineData("""{"data":{}}""", "\"data\" is {}")]
    [InlineData("""{"total":5}""", "\"data\" is missing")]
    [InlineData("[]", "\"data\" is missing")]
    public async Task A_list_that_is_not_as_agreed_ends_the_run(string body, string told)
    {
        _peerTube.Host.Fail(Fault.Json(body));

        var walk = await Walk.ThroughAsync(Source(), "latest");

        Assert.Equal(SourceFailure.Contract, walk.Failure!.Failure);
        Assert.Contains(told, walk.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_item_is_refused_and_the_rest_goes_on()
    {
        _peerTube.Videos.Insert(1, JsonValue.Create("a text"));
        _peerTube.Videos.Insert(2, new JsonObject { ["uuid"] = StubPeerTube.Uuid(999), ["name"] = new string('x', 501) });

        var walk = await Walk.ThroughAsync(Source(details: false), "latest");

        Assert.Equal(Films, walk.Ids.Count);
        Assert.Equal(
            ["the item is a String, not an object", "name has 501 characters; 500 are the most"],
            walk.Rejects.Select(reject => reject.Reason), StringComparer.Ordinal);
    }

    [Fact]
    public void A_link_of_the_catalogue_leads_back_to_its_video()
    {
        var uuid = StubPeerTube.Uuid(1);

        var link = Source().FindLink("https://origin.example/w/kkGMgK9ZtnKfYAgnEtQxbv", $"https://origin.example/videos/embed/{uuid}");

        Assert.Equal((uuid, $"video:https://origin.example/videos/watch/{uuid}"), (link!.ExternalId, link.Target.ToString()));
        Assert.Null(Source().FindLink("https://rutube.ru/video/6e4d63138f7d572283f44f6d730d0ce0/", embedUrl: null));
    }

    private PeerTubeSource Source(bool details = true) => new(
        PeerTubeSource.Defaults with { BaseUrl = _peerTube.Host.BaseUrl, DelayMilliseconds = 0, Details = details }, _fetching);
}
