using System.Text.Json.Nodes;
using Hosts;
using Scraper.Fetching;
using Scraper.Sources;
using Scraper.Sources.VkVideo;

namespace Scraper.Tests.Sources.VkVideo;

public sealed class VkSourceTests : IAsyncLifetime
{
    private const long Owner = -1719791;
    private const int Films = 450;

    private readonly PoliteHttpFactory _fetching = LoopbackFetching.Create();
    private StubVk _vk = null!;

    public async Task InitializeAsync()
    {
        _vk = await StubVk.StartAsync();
        for (var number = 1; number <= Films; number++)
        {
            _vk.Videos.Add(StubVk.Video(number % 2 == 0 ? Owner : 77, number, $"Фильм {number} (1924)", 5400));
        }
    }

    public async Task DisposeAsync()
    {
        _fetching.Dispose();
        await _vk.DisposeAsync();
    }

    [Fact]
    public async Task A_search_is_read_over_all_its_pages()
    {
        var walk = await Walk.ThroughAsync(Source(), "search:немое кино");

        Assert.Null(walk.Failure);
        Assert.Equal([200, 200, 50], walk.Pages.Select(page => page.Videos.Count));
        Assert.Equal((Films, 3), (walk.Pages[0].Total, walk.Meter.Requests));
    }

    [Fact]
    public async Task An_owner_lists_its_own_videos()
    {
        var walk = await Walk.ThroughAsync(Source(), $"channel:{Owner}");

        Assert.Equal(Films / 2, walk.Ids.Count);
        Assert.All(walk.Videos, video => Assert.Equal("Киноклассика", video.AuthorName));
    }

    [Fact]
    public async Task A_run_goes_on_from_any_cursor_to_the_same_set()
    {
        var whole = await Walk.ThroughAsync(Source(), "search:фильм");

        var rest = await Walk.ThroughAsync(Source(), "search:фильм", whole.Pages[0].NextCursor);

        Assert.Equal(whole.Ids.Skip(200), rest.Ids, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_single_video_is_read_by_its_address()
    {
        var walk = await Walk.ThroughAsync(Source(), $"https://vkvideo.ru/video{Owner}_2");

        Assert.Equal([$"{Owner}_2"], walk.Ids);
    }

    [Fact]
    public async Task A_video_that_vk_does_not_show_is_gone()
    {
        var walk = await Walk.ThroughAsync(Source(), $"video:{Owner}_999999");

        Assert.Equal(SourceFailure.Gone, walk.Failure!.Failure);
    }

    [Fact]
    public async Task The_key_stands_in_no_address_and_in_no_message()
    {
        _vk.Host.Fail(Fault.Status(400), times: 1);

        var failed = await Walk.ThroughAsync(Source(), "search:фильм");
        var passed = await Walk.ThroughAsync(Source(), "search:фильм");

        Assert.Equal(Films, passed.Ids.Count);
        Assert.DoesNotContain(StubVk.Token, failed.Failure!.ToString(), StringComparison.Ordinal);
        Assert.All(_vk.Host.Requests, request => Assert.DoesNotContain(StubVk.Token, request.PathAndQuery, StringComparison.Ordinal));
        Assert.DoesNotContain(StubVk.Token, $"{Options()} {new FetchScope(_vk.Host.BaseUrl, default) { Token = Options().Token }}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_nothing_is_asked()
    {
        var walk = await Walk.ThroughAsync(Source(Options() with { Token = null }), "search:фильм");

        Assert.Equal(SourceFailure.Refused, walk.Failure!.Failure);
        Assert.Contains("Sources__vk__Token", walk.Failure.Message, StringComparison.Ordinal);
        Assert.Empty(_vk.Host.Requests);
    }

    [Theory]
    [InlineData(1, "search:x", nameof(SourceFailure.Unavailable))]
    [InlineData(5, "search:x", nameof(SourceFailure.Refused))]
    [InlineData(9, "search:x", nameof(SourceFailure.RateLimited))]
    [InlineData(14, "search:x", nameof(SourceFailure.AntiBot))]
    [InlineData(15, "search:x", nameof(SourceFailure.Refused))]
    [InlineData(15, "channel:-5", nameof(SourceFailure.Hidden))]
    [InlineData(18, "channel:5", nameof(SourceFailure.Gone))]
    [InlineData(29, "channel:5", nameof(SourceFailure.RateLimited))]
    [InlineData(204, "video:-5_6", nameof(SourceFailure.Hidden))]
    [InlineData(100, "search:x", nameof(SourceFailure.Contract))]
    public async Task An_error_is_told_with_its_number_and_what_it_means(long code, string target, string failure)
    {
        _vk.Refuse(code);

        var walk = await Walk.ThroughAsync(Source(), target);

        Assert.Equal(failure, walk.Failure!.Failure.ToString());
        Assert.Contains($"error {code}: \"as the test wants it\"", walk.Failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, walk.Meter.Requests);
    }

    [Fact]
    public async Task Too_many_requests_in_a_second_are_asked_again_in_the_next()
    {
        _vk.Refuse(6, 6);

        var walk = await Walk.ThroughAsync(Source(), "search:фильм");

        Assert.Equal(Films, walk.Ids.Count);
        Assert.Equal((5, 2), (walk.Meter.Requests, walk.Meter.Retries));
    }

    [Fact]
    public async Task Too_many_requests_in_every_second_end_the_run()
    {
        _vk.Refuse(6, 6, 6, 6);

        var walk = await Walk.ThroughAsync(Source(), "search:фильм");

        Assert.Equal((SourceFailure.RateLimited, 4), (walk.Failure!.Failure, walk.Meter.Requests));
    }

    [Theory]
    [InlineData("""{"response":[]}""", "\"response.items\" is missing")]
    [InlineData("""{"response":{"items":7}}""", "\"response.items\" is 7")]
    [InlineData("""{}""", "\"response.items\" is missing")]
    public async Task An_answer_that_is_not_as_agreed_ends_the_run(string body, string told)
    {
        _vk.Host.Fail(Fault.Json(body));

        var walk = await Walk.ThroughAsync(Source(), "search:фильм");

        Assert.Equal(SourceFailure.Contract, walk.Failure!.Failure);
        Assert.Contains(told, walk.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_comes_short_is_not_the_last()
    {
        _vk.Videos[10] = JsonValue.Create("a text");

        var walk = await Walk.ThroughAsync(Source(), "search:фильм");

        Assert.Equal(Films - 1, walk.Ids.Count);
        Assert.Equal("the item is a String, not an object", Assert.Single(walk.Rejects).Reason);
    }

    [Fact]
    public void A_link_of_the_catalogue_leads_back_to_its_video() => Assert.Equal(
        new SourceLink("-1719791_2", new SourceTarget("video", "-1719791_2")),
        Source().FindLink("https://vkvideo.ru/video-1719791_2", embedUrl: null));

    private SourceOptions Options() => VkSource.Defaults with
    {
        BaseUrl = _vk.Host.BaseUrl,
        DelayMilliseconds = 0,
        Token = SourceToken.TryRead(StubVk.Token),
    };

    private VkSource Source(SourceOptions? options = null) => new(options ?? Options(), _fetching, new NoWaiting());

    /// <summary>Time in which every wait is over at once.</summary>
    private sealed class NoWaiting : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
