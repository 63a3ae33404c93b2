using System.Text;
using Hosts;
using Scraper.Fetching;
using Scraper.Sources;
using Scraper.Sources.Feeds;

namespace Scraper.Tests.Sources.Feeds;

/// <summary>Feeds that are encoded, packed, nested or declared in ways that they should not be.</summary>
public sealed class HostileFeedTests : IAsyncLifetime
{
    private readonly PoliteHttpFactory _fetching = LoopbackFetching.Create();
    private StubPages _pages = null!;

    public async Task InitializeAsync() => _pages = await StubPages.StartAsync();

    public async Task DisposeAsync()
    {
        _fetching.Dispose();
        await _pages.DisposeAsync();
    }

    [Theory]
    [InlineData("windows-1251", "application/xml", "windows-1251")]
    [InlineData("windows-1251", "text/xml; charset=windows-1251", "utf-8")]
    [InlineData("windows-1251", "text/xml; charset=utf-8", "windows-1251")]
    [InlineData("windows-1251", "text/xml; charset=utf-8", "utf-8")]
    [InlineData("utf-16", "application/xml", "utf-16")]
    [InlineData("utf-8", "application/rss+xml", "utf-8")]
    public async Task Text_is_read_in_its_encoding_whatever_is_declared(string real, string contentType, string declared)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(real) ?? Encoding.GetEncoding(real);
        _pages.Add(
            "/films.rss",
            $"""<?xml version="1.0" encoding="{declared}"?><rss><channel><item><title>Броненосец «Потёмкин», немой фильм</title><link>/1</link></item></channel></rss>""",
            contentType, encoding);

        var walk = await Walk.ThroughAsync(Source(), _pages.Url("/films.rss"));

        Assert.Equal("Броненосец «Потёмкин», немой фильм", Assert.Single(walk.Videos).Title);
    }

    [Theory]
    [InlineData("<html><body>Films</body></html>", "is a page for people")]
    [InlineData("<opml/>", "its root is <opml>")]
    [InlineData("{\"a\":1}", "is not the XML")]
    [InlineData("", "is not the XML")]
    [InlineData("""<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>""", "DTD")]
    [InlineData("""<!DOCTYPE rss SYSTEM "http://127.0.0.1:1/evil.dtd"><rss/>""", "DTD")]
    public async Task What_is_no_feed_is_told(string body, string told)
    {
        _pages.Add("/films.rss", body, "application/xml");

        var walk = await Walk.ThroughAsync(Source(), _pages.Url("/films.rss"));

        Assert.Equal(SourceFailure.Contract, walk.Failure!.Failure);
        Assert.Contains(told, walk.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Elements_without_end_inside_each_other_end_the_run()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000));
        _pages.Add("/films.rss", $"<rss><channel><item><title>x</title>{deep}");

        var walk = await Walk.ThroughAsync(Source(), _pages.Url("/films.rss"));

        Assert.Contains("deeper than 32", walk.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_that_holds_too_much_ends_the_run()
    {
        _pages.Add("/films.rss", $"<rss><channel><item>{string.Concat(Enumerable.Repeat("<a/>", 20_000))}</item></channel></rss>");

        var walk = await Walk.ThroughAsync(Source(), _pages.Url("/films.rss"));

        Assert.Contains("<item> holds more than", walk.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_packed_sitemap_that_is_a_bomb_is_told()
    {
        _pages.AddPacked("/sitemap.xml.gz", new string(' ', 60 * 1024 * 1024));

        var walk = await Walk.ThroughAsync(Source(), _pages.Url("/sitemap.xml.gz"));

        Assert.Contains("more than 50 MiB", walk.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_is_gone_is_told_as_such()
    {
        var walk = await Walk.ThroughAsync(Source(), _pages.Url("/no.rss"));

        Assert.Equal(SourceFailure.Gone, walk.Failure!.Failure);
    }

    private FeedSource Source() =>
        new(FeedSource.Defaults with { DelayMilliseconds = 0 }, _fetching, TimeProvider.System);
}
