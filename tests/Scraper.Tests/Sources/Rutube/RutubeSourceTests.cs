using System.Text.Json.Nodes;
using Hosts;
using Scraper.Fetching;
using Scraper.Sources;
using Scraper.Sources.Rutube;

namespace Scraper.Tests.Sources.Rutube;

public sealed class RutubeSourceTests : IAsyncLifetime
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
    public async Task A_search_is_read_over_all_its_pages()
    {
        _rutube.PageSize = 3;

        var walk = await Walk.ThroughAsync(Source(), "search:советский фильм");

        Assert.Null(walk.Failure);
        Assert.Equal(StubFilms.All.Select(film => film.Id), walk.Ids, StringComparer.Ordinal);
        Assert.Equal([3, 3, 3, 1], walk.Pages.Select(page => page.Videos.Count));
        Assert.Equal(10, walk.Pages[0].Total);
        Assert.Equal(4, walk.Meter.Requests);
        Assert.True(walk.Meter.Bytes > 1000);
        Assert.All(_rutube.Host.Requests, request => Assert.Contains(
            "query=%D1%81%D0%BE%D0%B2%D0%B5%D1%82%D1%81%D0%BA%D0%B8%D0%B9%20%D1%84%D0%B8%D0%BB%D1%8C%D0%BC",
            request.PathAndQuery.Replace("+", "%20", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_goes_on_from_any_cursor_to_the_same_set()
    {
        _rutube.PageSize = 3;
        var whole = await Walk.ThroughAsync(Source(), "search:фильм");

        for (var cut = 0; cut < whole.Pages.Count - 1; cut++)
        {
            var rest = await Walk.ThroughAsync(Source(), "search:фильм", whole.Pages[cut].NextCursor);

            Assert.Equal(whole.Ids, whole.Pages.Take(cut + 1).SelectMany(page => page.Videos)
                .Concat(rest.Videos).Select(video => video.ExternalId), StringComparer.Ordinal);
        }

        Assert.Null(whole.Pages[^1].NextCursor);
    }

    [Fact]
    public async Task A_list_that_shifts_while_it_is_read_gives_each_video_once()
    {
        (_rutube.PageSize, _rutube.Overlap) = (4, 2);

        var walk = await Walk.ThroughAsync(Source(), "search:фильм");

        Assert.Equal(StubFilms.All.Select(film => film.Id), walk.Ids, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_list_that_leads_back_to_itself_ends()
    {
        (_rutube.PageSize, _rutube.LeadsBack) = (4, true);

        var walk = await Walk.ThroughAsync(Source(), "search:фильм");

        Assert.Equal(10, walk.Ids.Count);
        Assert.InRange(walk.Meter.Requests, 3, 4);
    }

    [Fact]
    public async Task A_list_that_promises_for_ever_ends_at_an_empty_page()
    {
        (_rutube.PageSize, _rutube.PromisesForEver) = (4, true);

        var walk = await Walk.ThroughAsync(Source(), "search:фильм");

        Assert.Equal(10, walk.Ids.Count);
        Assert.Equal(4, walk.Meter.Requests);
    }

    [Fact]
    public async Task The_page_limit_ends_a_walk_without_a_cursor()
    {
        _rutube.PageSize = 3;

        var walk = await Walk.ThroughAsync(Source(pageLimit: 2), "search:фильм");

        Assert.Equal(6, walk.Ids.Count);
        Assert.Null(walk.Pages[^1].NextCursor);
    }

    [Fact]
    public async Task A_page_that_fails_keeps_those_before_it()
    {
        _rutube.PageSize = 3;
        _rutube.Host.Fail(Fault.Status(500), where: "page=3");

        var walk = await Walk.ThroughAsync(Source(), "search:фильм");

        Assert.Equal(SourceFailure.Unavailable, walk.Failure!.Failure);
        Assert.Equal(6, walk.Ids.Count);
        Assert.Contains("page=3", walk.Pages[^1].NextCursor, StringComparison.Ordinal);
        Assert.Equal((6, 3), (walk.Meter.Requests, walk.Meter.Retries));
    }

    [Fact]
    public async Task A_broken_item_is_refused_and_the_rest_goes_on()
    {
        _rutube.Videos.Insert(1, new JsonObject { ["id"] = StubVideo.IdOf(1), ["title"] = null });
        _rutube.Videos.Insert(3, JsonValue.Create("строка"));

        var walk = await Walk.ThroughAsync(Source(), "search:фильм");

        Assert.Equal(10, walk.Ids.Count);
        Assert.Equal(
            [(StubVideo.IdOf(1), "title is null, not a text"), (null, "the item is a String, not an object")],
            walk.Rejects.Select(reject => (reject.ExternalId, reject.Reason)));
    }

    [Theory]
    [InlineData("""{"results":5}""", nameof(SourceFailure.Contract), "\"results\" is 5")]
    [InlineData("""{"detail":"что-то новое"}""", nameof(SourceFailure.Contract), "\"results\" is missing")]
    [InlineData("""{"results":[{"id":""", nameof(SourceFailure.Contract), "not JSON")]
    [InlineData("<html>QRATOR</html>", nameof(SourceFailure.AntiBot), "QRATOR")]
    public async Task A_page_that_is_not_as_agreed_ends_the_run(string body, string failure, string told)
    {
        _rutube.Host.Fail(Fault.Json(body));

        var walk = await Walk.ThroughAsync(Source(), "search:фильм");

        Assert.Equal(failure, walk.Failure!.Failure.ToString());
        Assert.Contains(told, walk.Failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, walk.Meter.Requests);
    }

    [Fact]
    public async Task A_redirect_to_a_private_address_is_not_followed()
    {
        _rutube.Host.Fail(Fault.Redirect("http://127.0.0.2:1/admin"));

        var walk = await Walk.ThroughAsync(Source(), "search:фильм");

        Assert.Equal(SourceFailure.Forbidden, walk.Failure!.Failure);
    }

    private RutubeSource Source(int pageLimit = 50) => new(
        RutubeSource.Defaults with { BaseUrl = _rutube.Host.BaseUrl, DelayMilliseconds = 0, PageLimit = pageLimit },
        _fetching, _clock);

}
