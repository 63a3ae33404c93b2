using System.Globalization;
using Hosts;
using Scraper.Fetching;
using Scraper.Sources;
using Scraper.Sources.Feeds;

namespace Scraper.Tests.Sources.Feeds;

public sealed class FeedSourceTests : IAsyncLifetime
{
    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly PoliteHttpFactory _fetching = LoopbackFetching.Create();
    private StubPages _pages = null!;

    public async Task InitializeAsync() => _pages = await StubPages.StartAsync();

    public async Task DisposeAsync()
    {
        _fetching.Dispose();
        await _pages.DisposeAsync();
    }

    [Fact]
    public async Task A_feed_is_read_over_the_pages_that_follow_each_other()
    {
        _pages.Add("/films.rss", Rss([1, 2], next: "/films.rss?page=2"));
        _pages.Add("/films.rss?page=2", Rss([2, 3], next: _pages.Url("/films.rss?page=3")));
        _pages.Add("/films.rss?page=3", Rss([4], next: "/films.rss"));

        var walk = await Walk.ThroughAsync(Source(), _pages.Url("/films.rss"));

        Assert.Null(walk.Failure);
        Assert.Equal(["1", "2", "3", "4"], walk.Ids.Select(id => id.Split('/')[^1]), StringComparer.Ordinal);
        Assert.Equal(3, walk.Meter.Requests);
    }

    [Fact]
    public async Task A_feed_goes_on_from_any_cursor_to_the_same_set()
    {
        _pages.Add("/films.rss", Rss(Enumerable.Range(1, 1200), next: "/films.rss?page=2"));
        _pages.Add("/films.rss?page=2", Rss([1201]));
        var whole = await Walk.ThroughAsync(Source(), _pages.Url("/films.rss"));

        Assert.Equal([500, 500, 200, 1], whole.Pages.Select(page => page.Videos.Count));
        for (var cut = 0; cut < whole.Pages.Count - 1; cut++)
        {
            var rest = await Walk.ThroughAsync(Source(), _pages.Url("/films.rss"), whole.Pages[cut].NextCursor);

            Assert.Equal(whole.Ids, whole.Pages.Take(cut + 1).SelectMany(page => page.Videos)
                .Concat(rest.Videos).Select(video => video.ExternalId), StringComparer.Ordinal);
        }
    }

    [Fact]
    public async Task The_parts_of_a_sitemap_index_are_read_packed_or_not_and_resumed()
    {
        AddIndex();
        var whole = await Walk.ThroughAsync(Source(), _pages.Url("/sitemap.xml"));

        Assert.Null(whole.Failure);
        Assert.Equal(["1", "2", "3"], whole.Ids.Select(id => id.Split('/')[^1]), StringComparer.Ordinal);
        Assert.Equal(
            ["loc is https://elsewhere.example/sitemap.xml, which lies at another host than 127.0.0.1"],
            whole.Rejects.Select(reject => reject.Reason), StringComparer.Ordinal);

        for (var cut = 0; cut < whole.Pages.Count - 1; cut++)
        {
            var rest = await Walk.ThroughAsync(Source(), _pages.Url("/sitemap.xml"), whole.Pages[cut].NextCursor);

            Assert.Equal(whole.Ids, whole.Pages.Take(cut + 1).SelectMany(page => page.Videos)
                .Concat(rest.Videos).Select(video => video.ExternalId), StringComparer.Ordinal);
        }
    }

    [Fact]
    public async Task An_index_inside_an_index_is_refused()
    {
        _pages.Add("/sitemap.xml", Index(_pages.Url("/inner.xml")));
        _pages.Add("/inner.xml", Index(_pages.Url("/sitemap.xml")));

        var walk = await Walk.ThroughAsync(Source(), _pages.Url("/sitemap.xml"));

        Assert.Contains("inside another", Assert.Single(walk.Rejects).Reason, StringComparison.Ordinal);
        Assert.Equal(2, walk.Meter.Requests);
    }

    [Fact]
    public async Task A_next_page_at_another_host_ends_the_run_and_is_not_asked()
    {
        await using var other = await StubPages.StartAsync();
        other.Add("/films.rss", Rss([9]));
        _pages.Add("/films.rss", Rss([1], next: other.Url("/films.rss")));

        var walk = await Walk.ThroughAsync(Source(), _pages.Url("/films.rss"));

        Assert.Equal((SourceFailure.Forbidden, 1), (walk.Failure!.Failure, walk.Ids.Count));
        Assert.Empty(other.Host.Requests);
    }

    [Fact]
    public async Task Pages_without_end_stop_at_the_limit()
    {
        for (var page = 0; page < 20; page++)
        {
            _pages.Add($"/films.rss?page={page}", Rss([page], next: $"/films.rss?page={page + 1}"));
        }

        var walk = await Walk.ThroughAsync(Source(pageLimit: 7), _pages.Url("/films.rss?page=0"));

        Assert.Equal((7, 7), (walk.Ids.Count, walk.Meter.Requests));
        Assert.Null(walk.Pages[^1].NextCursor);
    }

    [Fact]
    public async Task Pages_with_nothing_new_end_the_walk()
    {
        for (var page = 0; page < 20; page++)
        {
            _pages.Add($"/films.rss?page={page}", Rss([1], next: $"/films.rss?page={page + 1}"));
        }

        var walk = await Walk.ThroughAsync(Source(), _pages.Url("/films.rss?page=0"));

        Assert.Equal((1, 2), (walk.Ids.Count, walk.Meter.Requests));
    }

    [Fact]
    public async Task What_comes_before_a_fault_is_kept()
    {
        _pages.Add("/films.rss", Rss([1, 2, 3]).Replace("</channel></rss>", "<item><title>Том & Джерри", StringComparison.Ordinal));

        var walk = await Walk.ThroughAsync(Source(), _pages.Url("/films.rss"));

        Assert.Equal((3, SourceFailure.Contract), (walk.Ids.Count, walk.Failure!.Failure));
    }

    private FeedSource Source(int pageLimit = 200) =>
        new(FeedSource.Defaults with { DelayMilliseconds = 0, PageLimit = pageLimit }, _fetching, _clock);

    private void AddIndex()
    {
        _pages.Add("/sitemap.xml", Index(
            _pages.Url("/one.xml"), "https://elsewhere.example/sitemap.xml", _pages.Url("/two.xml.gz"), _pages.Url("/one.xml")));
        _pages.Add("/one.xml", Sitemap([1, 2]));
        _pages.AddPacked("/two.xml.gz", Sitemap([3]));
    }

    private static string Rss(IEnumerable<int> numbers, string? next = null) =>
        """<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Films</title>"""
        + (next is null ? "" : $"""<atom:link rel="next" href="{next}"/>""")
        + string.Concat(numbers.Select(number => string.Create(
            CultureInfo.InvariantCulture,
            $"<item><title>Фильм {number}</title><guid isPermaLink=\"false\">same</guid><link>/watch/{number}</link></item>")))
        + "</channel></rss>";

    private static string Index(params IEnumerable<string> parts) =>
        """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">"""
        + string.Concat(parts.Select(part => $"<sitemap><loc>{part}</loc></sitemap>")) + "</sitemapindex>";

    private static string Sitemap(IEnumerable<int> numbers) =>
        """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:video="http://www.google.com/schemas/sitemap-video/1.1">"""
        + string.Concat(numbers.Select(number => string.Create(
            CultureInfo.InvariantCulture,
            $"<url><loc>/watch/{number}</loc><video:video><video:title>Фильм {number}</video:title></video:video></url>")))
        + "</urlset>";
}
