using System.Text.Json.Nodes;
using Hosts;
using Scraper.Fetching;
using Scraper.Sources;
using Scraper.Sources.Rutube;

namespace Scraper.Tests.Sources.Rutube;

public sealed class RutubeShowcaseTests : IAsyncLifetime
{
    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(2024, 4, 10, 21, 30, 0, TimeSpan.Zero));
    private readonly PoliteHttpFactory _fetching = LoopbackFetching.Create();
    private StubRutube _rutube = null!;

    public async Task InitializeAsync()
    {
        _rutube = await StubRutube.StartAsync(StubFilms.All);
        _rutube.Showcases["movies"] = Showcase(
            "https://rutube.ru/api/playlist/custom/1/videos", "https://rutube.ru/api/feeds/cardgroup/5", "https://rutube.ru/u/kino/",
            "/api/playlist/custom/1/videos");
        _rutube.Lists["playlist/1"] = [.. StubFilms.All.Take(5).Select(film => film.ToJson())];
        _rutube.Lists["cardgroup/5"] = [.. JsonNode.Parse(RecordedAnswer.Text("rutube-cardgroup.json"))!["results"]!.AsArray().OfType<JsonNode>()];
        _rutube.Lists["card/10605"] = [WithType(StubFilms.All[7])];
    }

    public async Task DisposeAsync()
    {
        _fetching.Dispose();
        await _rutube.DisposeAsync();
    }

    [Fact]
    public async Task A_showcase_gives_the_videos_of_its_lists_and_the_films_of_its_cards()
    {
        _rutube.PageSize = 3;

        var walk = await Walk.ThroughAsync(Source(), "showcase:movies");

        Assert.Null(walk.Failure);
        Assert.Equal(
            [.. StubFilms.All.Take(5).Select(film => film.Id), StubFilms.All[7].Id, "6e4d63138f7d572283f44f6d730d0ce0"],
            walk.Ids, StringComparer.Ordinal);
        Assert.Empty(walk.Rejects);
        Assert.Equal((VideoKind.Film, 2011), (walk.Videos.ElementAt(5).Stated.Kind, walk.Videos.ElementAt(5).Stated.Year));
    }

    [Fact]
    public async Task A_showcase_goes_on_from_any_cursor_to_the_same_set()
    {
        _rutube.PageSize = 3;
        var whole = await Walk.ThroughAsync(Source(), "showcase:movies");

        for (var cut = 0; cut < whole.Pages.Count - 1; cut++)
        {
            var rest = await Walk.ThroughAsync(Source(), "showcase:movies", whole.Pages[cut].NextCursor);

            Assert.Equal(whole.Ids, whole.Pages.Take(cut + 1).SelectMany(page => page.Videos)
                .Concat(rest.Videos).Select(video => video.ExternalId).Distinct(StringComparer.Ordinal), StringComparer.Ordinal);
        }
    }

    [Fact]
    public async Task A_card_whose_videos_are_gone_is_refused_by_name()
    {
        _rutube.Lists.Remove("card/10605");

        var walk = await Walk.ThroughAsync(Source(), "showcase:movies");

        Assert.Equal("card/10605", Assert.Single(walk.Rejects).ExternalId);
        Assert.Equal(6, walk.Ids.Count);
    }

    [Theory]
    [InlineData("""{"tabs":5}""", "\"tabs\" is 5")]
    [InlineData("""{"results":[]}""", "\"tabs\" is missing")]
    public async Task What_is_no_showcase_is_told(string body, string told)
    {
        _rutube.Host.Fail(Fault.Json(body));

        var walk = await Walk.ThroughAsync(Source(), "showcase:movies");

        Assert.Equal(SourceFailure.Contract, walk.Failure!.Failure);
        Assert.Contains(told, walk.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rss_of_a_channel_gives_its_newest_videos()
    {
        _rutube.Rss["25256830"] = RecordedAnswer.Text("rutube-channel.rss");

        var walk = await Walk.ThroughAsync(Source(), "rss:25256830");

        var videos = walk.Videos.ToList();
        Assert.Equal(["6e4d63138f7d572283f44f6d730d0ce0", "2ce725b3dc1a243f8456458975ecd872"], walk.Ids);
        Assert.Equal([TimeSpan.FromMinutes(111), null], videos.Select(video => video.Duration));
        Assert.Equal(new DateTimeOffset(2024, 4, 9, 17, 31, 0, TimeSpan.Zero), videos[0].PublishedAt);
        Assert.Equal(
            ("Золотая коллекция кино", "https://rutube.ru/channel/25256830/"), (videos[0].AuthorName, videos[0].AuthorUrl));
        Assert.Equal("https://rutube.ru/play/embed/6e4d63138f7d572283f44f6d730d0ce0", videos[0].EmbedUrl);
        Assert.StartsWith("guid is {\"video_id\": \"../../etc\"", Assert.Single(walk.Rejects).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(400)]
    public async Task Where_the_api_is_shut_a_video_is_read_as_pages_that_embed_it_read_it(int status)
    {
        var id = StubFilms.All[0].Id;
        _rutube.Host.Fail(Fault.Status(status), where: "/api/video/");
        _rutube.Host.Fail(Fault.Status(status), where: "/api/play/");
        _rutube.Oembed[$"https://rutube.ru/video/{id}/"] = JsonNode.Parse(RecordedAnswer.Text("rutube-oembed.json"))!.AsObject();

        var walk = await Walk.ThroughAsync(Source(), $"video:{id}");

        var video = Assert.Single(walk.Videos);
        Assert.Equal((id, "Золотая коллекция кино"), (video.ExternalId, video.AuthorName));
        Assert.Equal("https://pic.rtbcdn.ru/video/2024-04-13/dc/53/a.jpg", video.ThumbnailUrl);
        Assert.Null(video.Duration);
    }

    [Fact]
    public async Task A_video_that_no_page_may_embed_either_keeps_its_first_reason()
    {
        _rutube.Host.Fail(Fault.Status(400), where: "/api/video/");

        var walk = await Walk.ThroughAsync(Source(), $"video:{StubFilms.All[0].Id}");

        Assert.Equal(SourceFailure.Contract, walk.Failure!.Failure);
        Assert.Contains("/api/video/", walk.Failure.Message, StringComparison.Ordinal);
    }

    private RutubeSource Source() => new(
        RutubeSource.Defaults with { BaseUrl = _rutube.Host.BaseUrl, DelayMilliseconds = 0 }, _fetching, _clock);

    private static JsonObject Showcase(params IEnumerable<string> urls) => new()
    {
        ["id"] = 3,
        ["slug"] = "movies",
        ["name"] = "Фильмы",
        ["tabs"] = new JsonArray(new JsonObject
        {
            ["id"] = 8,
            ["name"] = "Главная",
            ["sort"] = "",
            ["order_number"] = 1,
            ["resources"] = new JsonArray([.. urls.Select(url => new JsonObject { ["id"] = 1, ["url"] = url, ["name"] = "Список" })]),
        }),
    };

    private static JsonObject WithType(StubVideo video)
    {
        var json = video.ToJson();
        json["type"] = new JsonObject { ["id"] = 2 };
        return json;
    }
}
