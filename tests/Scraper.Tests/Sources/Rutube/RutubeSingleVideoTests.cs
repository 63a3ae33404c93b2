using System.Text.Json.Nodes;
using Hosts;
using Scraper.Fetching;
using Scraper.Sources;
using Scraper.Sources.Rutube;

namespace Scraper.Tests.Sources.Rutube;

public sealed class RutubeSingleVideoTests : IAsyncLifetime
{
    private const string GeoText = "Видео недоступно из-за ограничений в вашей стране, VPN или окончания прав на его показ";

    private readonly PoliteHttpFactory _fetching = LoopbackFetching.Create();
    private readonly StubVideo _film = StubFilms.All[0];
    private StubRutube _rutube = null!;

    public async Task InitializeAsync() => _rutube = await StubRutube.StartAsync(StubFilms.All);

    public async Task DisposeAsync()
    {
        _fetching.Dispose();
        await _rutube.DisposeAsync();
    }

    [Fact]
    public async Task A_video_is_read_by_its_id_in_one_request()
    {
        var walk = await ReadAsync(_film.Id);

        Assert.Equal(_film.Title, Assert.Single(walk.Videos).Title);
        Assert.Equal(1, walk.Meter.Requests);
        Assert.Null(walk.Pages.Single().NextCursor);
    }

    [Fact]
    public async Task A_video_is_read_by_its_address()
    {
        var walk = await Walk.ThroughAsync(Source(), $"https://rutube.ru/video/{_film.Id}/?r=wd");

        Assert.Equal([_film.Id], walk.Ids);
    }

    [Fact]
    public async Task An_old_number_is_resolved_by_the_player()
    {
        _rutube.PlayOptions["172557943"] = Options("""{"effective_video":"@"}""");

        var walk = await ReadAsync("172557943");

        Assert.Equal([_film.Id], walk.Ids);
        Assert.Equal(2, walk.Meter.Requests);
    }

    [Fact]
    public async Task A_private_video_is_asked_for_with_its_key()
    {
        var walk = await Walk.ThroughAsync(Source(), $"https://rutube.ru/video/private/{_film.Id}/?p=KEY1");

        Assert.Contains("p=KEY1", Assert.Single(_rutube.Host.Requests).PathAndQuery, StringComparison.Ordinal);
        Assert.Equal($"https://rutube.ru/play/embed/{_film.Id}/?p=KEY1", Assert.Single(walk.Videos).EmbedUrl);
    }

    [Theory]
    [InlineData(404, null, nameof(SourceFailure.Gone))]
    [InlineData(403, null, nameof(SourceFailure.Refused))]
    [InlineData(410, null, nameof(SourceFailure.Gone))]
    [InlineData(404, """{"detail":{"id":12,"name":"default_hidden_video","languages":[]}}""", nameof(SourceFailure.Hidden))]
    [InlineData(403, """{"detail":{"id":12,"name":"default_hidden_video","languages":[]}}""", nameof(SourceFailure.Hidden))]
    [InlineData(404, """{"detail":{"id":9,"name":"deleted_by_owner","languages":[]}}""", nameof(SourceFailure.Hidden))]
    [InlineData(404, """{"acl_access":{"allowed":false,"err_code":403,"err_text":""}}""", nameof(SourceFailure.Geo))]
    [InlineData(404, """{"detail":"GEO"}""", nameof(SourceFailure.Geo))]
    [InlineData(404, """{"detail":{"id":5,"languages":[{"lang":"rus","title":"GEO"}]}}""", nameof(SourceFailure.Geo))]
    [InlineData(404, """{"detail":"Страница не найдена."}""", nameof(SourceFailure.Gone))]
    [InlineData(404, """{"detail":null,"acl_access":{"allowed":true}}""", nameof(SourceFailure.Gone))]
    public async Task Why_a_video_is_withheld_is_told_apart(int status, string? player, string failure)
    {
        _rutube.Host.Fail(Fault.Status(status), where: $"/api/video/{_film.Id}/");
        if (player is not null)
        {
            _rutube.PlayOptions[_film.Id] = Options(player.Replace("GEO", GeoText, StringComparison.Ordinal));
        }

        var walk = await ReadAsync(_film.Id);

        Assert.Equal(failure, walk.Failure!.Failure.ToString());
    }

    [Fact]
    public async Task A_hidden_video_with_an_old_number_is_told_as_hidden()
    {
        _rutube.PlayOptions["172557943"] = Options(RecordedAnswer.Text("rutube-play-options-hidden.json"));

        var walk = await ReadAsync("172557943");

        Assert.Equal(SourceFailure.Hidden, walk.Failure!.Failure);
    }

    [Fact]
    public async Task An_answer_of_the_player_that_names_no_video_is_told()
    {
        _rutube.PlayOptions["172557943"] = Options("""{"title":"?"}""");

        var walk = await ReadAsync("172557943");

        Assert.Equal(SourceFailure.Contract, walk.Failure!.Failure);
        Assert.Contains("effective_video", walk.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_challenge_is_not_taken_for_a_removal()
    {
        _rutube.Host.Fail(Fault.Page(403, "<html>QRATOR</html>"));

        var walk = await ReadAsync(_film.Id);

        Assert.Equal(SourceFailure.AntiBot, walk.Failure!.Failure);
        Assert.Equal(1, walk.Meter.Requests);
    }

    [Fact]
    public void The_player_of_2024_withholds_nothing()
    {
        var options = RecordedAnswer.Json("rutube-play-options.json");

        Assert.Null(RutubePlayOptions.WhyWithheld(options, new Uri("https://rutube.ru/api/play/options/1/")));
        Assert.Equal("2ce725b3dc1a243f8456458975ecd872", RutubePlayOptions.EffectiveVideo(options));
    }

    private Task<Walk> ReadAsync(string id) => Walk.ThroughAsync(Source(), $"video:{id}");

    private JsonObject Options(string json) =>
        JsonNode.Parse(json.Replace("@", _film.Id, StringComparison.Ordinal))!.AsObject();

    private RutubeSource Source() => new(
        RutubeSource.Defaults with { BaseUrl = _rutube.Host.BaseUrl, DelayMilliseconds = 0 }, _fetching, TimeProvider.System);
}
