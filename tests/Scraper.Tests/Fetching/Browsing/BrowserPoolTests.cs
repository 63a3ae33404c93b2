using Hosts;
using Scraper.Fetching.Browsing;
using Scraper.Sources;

namespace Scraper.Tests.Fetching.Browsing;

public sealed class BrowserPoolTests
{
    private const string Counting = """
        <p id="count"></p>
        <script>
        localStorage.count = Number(localStorage.count ?? 0) + 1;
        document.getElementById('count').textContent = 'visit ' + localStorage.count;
        </script>
        """;

    [Theory]
    [InlineData(1, "visit 1")]
    [InlineData(50, "visit 2")]
    public async Task A_profile_is_used_again_until_it_has_shown_its_pages(int pagesPerContext, string second)
    {
        await using var pages = await RenderedPages.StartAsync(
            Counting, new BrowserOptions { Path = RenderedPages.Chromium, PagesPerContext = pagesPerContext });
        await pages.ShowAsync();

        Assert.Contains(second, await pages.ShowAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_hangs_is_ended_and_the_next_one_is_shown()
    {
        await using var pages = await RenderedPages.StartAsync("<p>well</p>");
        var hanging = Order(pages, "<script>while (true);</script>", TimeSpan.FromMinutes(5));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(3));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pages.Browsers.RenderAsync(hanging, limit.Token));

        Assert.Contains("well", await pages.ShowAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_never_becomes_whole_is_told()
    {
        await using var pages = await RenderedPages.StartAsync("<p>well</p>");
        var empty = Order(pages, "<p>empty</p>", TimeSpan.FromSeconds(1));

        var never = await Assert.ThrowsAsync<IOException>(() => pages.Browsers.RenderAsync(empty, CancellationToken.None));

        Assert.Contains("cannot show", never.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_browser_is_closed_when_nothing_has_been_asked_for_a_while_and_opens_again()
    {
        var clock = new ManualTimeProvider(DateTimeOffset.UnixEpoch);
        await using var pages = await RenderedPages.StartAsync("<p>well</p>", clock: clock);
        await pages.ShowAsync();
        var wasOpen = pages.Browsers.IsOpen;

        clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal((true, false), (wasOpen, pages.Browsers.IsOpen));
        Assert.Contains("well", await pages.ShowAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_without_Chromium_is_told_what_to_install()
    {
        await using var pages = await RenderedPages.StartAsync("<p>well</p>", new BrowserOptions { Path = "/nowhere/chromium" });

        var missing = await Assert.ThrowsAsync<SourceException>(() => pages.ShowAsync());

        Assert.Contains("Browser:Path is \"/nowhere/chromium\"", missing.Message, StringComparison.Ordinal);
        Assert.Contains("apt-get install chromium", missing.Message, StringComparison.Ordinal);
    }

    private static RenderOrder Order(RenderedPages pages, string html, TimeSpan patience) => new(
        pages.Host.BaseUrl, new RenderRules(pages.Host.BaseUrl, "#never", [], []), patience,
        route => route.FulfillAsync(new() { ContentType = "text/html", Body = html }));
}
