using System.Text.Json.Nodes;
using Hosts;
using Scraper.Fetching;
using Scraper.Sources;
using Scraper.Sources.Rutube;

namespace Scraper.Tests.Sources.Rutube;

public sealed class RutubeListsTests : IAsyncLifetime
{
    // Half past midnight in Moscow on the 11th, still the 10th in UTC.
    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(2024, 4, 10, 21, 30, 0, TimeSpan.Zero));
    private readonly PoliteHttpFactory _fetching = LoopbackFetching.Create();
    private StubRutube _rutube = null!;

    public async Task InitializeAsync() => _rutube = await StubRutube.StartAsync(StubFilms.All);

    public async Task DisposeAsync()
    {
        _fetching.Dispose();
        await _rutube.DisposeAsync();
    }

    [Fact]
    public async Task A_channel_lists_its_own_videos()
    {
        var walk = await Walk.ThroughAsync(Source(), "channel:308547");

        Assert.Equal(["Детский экран", "Кинообзор"], walk.Videos.Select(video => video.AuthorName!), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("playlist:308547", "playlist/308547")]
    [InlineData("tag:7796", "tag/7796")]
    [InlineData("person:51", "person/51")]
    public async Task A_list_with_a_number_is_read(string target, string list)
    {
        _rutube.Lists[list] = [StubFilms.All[3].ToJson(), StubFilms.All[1].ToJson()];

        var walk = await Walk.ThroughAsync(Source(), target);

        Assert.Equal([StubFilms.All[3].Id, StubFilms.All[1].Id], walk.Ids);
    }

    [Fact]
    public async Task A_list_that_is_gone_is_told_as_such()
    {
        var walk = await Walk.ThroughAsync(Source(), "playlist:404");

        Assert.Equal(SourceFailure.Gone, walk.Failure!.Failure);
        Assert.Equal(1, walk.Meter.Requests);
    }

    [Fact]
    public async Task A_category_is_read_back_day_by_day_from_yesterday_in_moscow()
    {
        var walk = await Walk.ThroughAsync(Source(pageLimit: 4), "category:4");

        Assert.Equal(
            ["10042024", "09042024", "08042024", "07042024"],
            _rutube.Host.Requests.Select(request => request.PathAndQuery.Split('/')[5]), StringComparer.Ordinal);
        Assert.Equal([2, 2, 3, 1], walk.Pages.Select(page => page.Videos.Count));
    }

    [Fact]
    public async Task A_category_goes_on_from_its_cursor()
    {
        var whole = await Walk.ThroughAsync(Source(pageLimit: 4), "category:4");

        var rest = await Walk.ThroughAsync(Source(pageLimit: 2), "category:4", whole.Pages[1].NextCursor);

        Assert.Equal(whole.Ids.Skip(4), rest.Ids, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_film_card_gives_its_film()
    {
        _rutube.Cards["10605"] = JsonNode.Parse(RecordedAnswer.Text("rutube-card-movie.json"))!.AsObject();
        _rutube.Lists["card/10605"] = [WithType(StubFilms.All[7], 2), WithType(StubFilms.All[6], 7)];

        var walk = await Walk.ThroughAsync(Source(), "card:10605");

        Assert.Equal([VideoKind.Film, null], walk.Videos.Select(video => video.Stated.Kind));
        Assert.Equal(2011, walk.Videos.First().Stated.Year);
    }

    [Fact]
    public async Task Of_a_show_only_whole_episodes_are_asked_for()
    {
        _rutube.Cards["10"] = JsonNode.Parse(RecordedAnswer.Text("rutube-card-series.json"))!.AsObject();
        _rutube.Lists["card/10"] = [WithType(StubFilms.All[8], 2), WithType(StubFilms.All[6], 7)];

        var walk = await Walk.ThroughAsync(Source(), "card:10");

        Assert.Equal(VideoKind.Episode, Assert.Single(walk.Videos).Stated.Kind);
    }

    private RutubeSource Source(int pageLimit = 50) => new(
        RutubeSource.Defaults with { BaseUrl = _rutube.Host.BaseUrl, DelayMilliseconds = 0, PageLimit = pageLimit },
        _fetching, _clock);

    private static JsonObject WithType(StubVideo video, int type)
    {
        var json = video.ToJson();
        json["type"] = new JsonObject { ["id"] = type };
        return json;
    }
}
