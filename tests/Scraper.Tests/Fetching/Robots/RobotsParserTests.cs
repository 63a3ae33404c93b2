using System.Text;
using Scraper.Fetching.Robots;

namespace Scraper.Tests.Fetching.Robots;

/// <summary>How a robots.txt is read: RFC 9309, sections 2.2.1, 2.2.4 and 2.5.</summary>
public sealed class RobotsParserTests
{
    private const string Agent = "OnlineCinema";

    [Theory]
    [InlineData("User-agent: OnlineCinema\nDisallow: /", false)]
    [InlineData("user-AGENT: onlinecinema\ndisALLOW: /", false)]
    [InlineData("User-agent: OnlineCinema/1.0\nDisallow: /", false)]
    [InlineData("User-agent: OnlineCinema-News\nDisallow: /", true)]
    [InlineData("User-agent: Online\nDisallow: /", true)]
    [InlineData("User-agent: MyOnlineCinema\nDisallow: /", true)]
    [InlineData("User-agent: *\nDisallow: /", false)]
    [InlineData("User-agent: * # all\nDisallow: /", false)]
    [InlineData("User-agent: *Bot\nDisallow: /", true)]
    [InlineData("User-agent: SomeBot\nDisallow: /", true)]
    // A group of our own silences the one for all, even when it forbids nothing.
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: OnlineCinema\nDisallow:", true)]
    [InlineData("User-agent: OnlineCinema\n\nUser-agent: OtherBot\nDisallow: /", false)]
    [InlineData("User-agent: OnlineCinema\nAllow: /\nUser-agent: *\nDisallow: /", true)]
    // Groups of the same robot are one.
    [InlineData("User-agent: OnlineCinema\nDisallow: /b\nUser-agent: Other\nAllow: /\nUser-agent: OnlineCinema\nDisallow: /a", false)]
    // Agents that follow each other share the rules; other lines in between change nothing.
    [InlineData("User-agent: OnlineCinema\nUser-agent: Other\nDisallow: /", false)]
    [InlineData("User-agent: OnlineCinema\nSitemap: https://a.example/s.xml\nUser-agent: Other\nDisallow: /", false)]
    [InlineData("User-agent: OnlineCinema\nUnheard-of: thing\nUser-agent: Other\nDisallow: /", false)]
    [InlineData("User-agent: Other\nDisallow: /x\nUser-agent: OnlineCinema\nDisallow: /a", false)]
    [InlineData("User-agent: OnlineCinema\nDisallow: /x\nUser-agent: Other\nDisallow: /a", true)]
    // Rules before any agent are nobody's.
    [InlineData("Disallow: /\nUser-agent: OnlineCinema\nAllow: /x", true)]
    [InlineData("", true)]
    [InlineData("<html><body>Disallow: /</body></html>", true)]
    [InlineData("foo: OnlineCinema\nbar: /", true)]
    [InlineData("User-agent OnlineCinema\nDisallow /", false)]
    [InlineData("User-agent : OnlineCinema\n\tDisallow\t:\t/  ", false)]
    [InlineData("User-agent: OnlineCinema\nDisallow: # / \n", true)]
    [InlineData("User-agent: OnlineCinema\n#Disallow: /", true)]
    [InlineData("User-agent: OnlineCinema\nDisallow: /a#b", false)]
    [InlineData(":\n: :\nUser-agent: OnlineCinema\n:/\nDisallow: /a", false)]
    [InlineData("\uFEFFUser-agent: OnlineCinema\nDisallow: /", false)]
    public void The_group_for_us_decides(string robots, bool allowed) =>
        Assert.Equal(allowed, Read(robots).WhatForbids(new Uri("https://host.example/a/film")) is null);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    [InlineData("\n\n")]
    [InlineData("\n# word\n")]
    public void Every_end_of_line_is_one(string end)
    {
        var robots = Read(string.Join(end, "User-agent: OnlineCinema", "Disallow: /a", "Allow: /a/b", ""));

        Assert.Equal(2, robots.Rules.Count);
        Assert.NotNull(robots.WhatForbids(new Uri("https://host.example/a/c")));
        Assert.Null(robots.WhatForbids(new Uri("https://host.example/a/b")));
    }

    [Fact]
    public void Cyrillic_paths_are_not_cut_where_an_octet_looks_like_a_blank_or_an_end()
    {
        // Р ends in the octet A0, х in 85.
        var robots = Read("User-agent: *\nDisallow: /махРа/Р\n");

        Assert.NotNull(robots.WhatForbids(new Uri("https://host.example/махРа/Р")));
        Assert.Null(robots.WhatForbids(new Uri("https://host.example/махРа/С")));
        Assert.Null(robots.WhatForbids(new Uri("https://host.example/ма")));
    }

    [Fact]
    public void A_line_of_any_length_is_read_whole()
    {
        var path = "/" + new string('a', 100_000);
        var robots = Read($"User-agent: *\nDisallow: {path}\nDisallow: /b");

        Assert.NotNull(robots.WhatForbids(new Uri("https://host.example" + path[..1] + new string('a', 60_000) + new string('a', 40_000))));
        Assert.Null(robots.WhatForbids(new Uri("https://host.example/aaa")));
        Assert.NotNull(robots.WhatForbids(new Uri("https://host.example/b")));
    }

    [Fact]
    public void The_first_500_KiB_count_and_what_lies_beyond_does_not()
    {
        var filler = string.Concat(Enumerable.Repeat("# " + new string('x', 98) + "\n", 500 * 1024 / 101));
        var far = string.Concat(Enumerable.Repeat("# " + new string('x', 98) + "\n", 20 * 1024 / 101));

        var robots = Read($"User-agent: *\n{filler}Disallow: /within\n{far}Disallow: /beyond\n");

        Assert.NotNull(robots.WhatForbids(new Uri("https://host.example/within")));
        Assert.Null(robots.WhatForbids(new Uri("https://host.example/beyond")));
    }

    [Fact]
    public void A_rule_that_the_limit_cuts_is_not_read_by_half()
    {
        const string start = "User-agent: *\n#";
        const string rule = "\nDisallow: /only-this";
        var robots = Read(start + new string('x', RobotsParser.MaxBytes - start.Length - 12) + rule);

        Assert.Empty(robots.Rules);
    }

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 10", 10d)]
    [InlineData("User-agent: *\nCrawl-delay: 0.5\nDisallow: /x", 0.5)]
    [InlineData("User-agent: Slow\nCrawl-delay: 30\nUser-agent: *\nCrawl-delay: 2", 2d)]
    [InlineData("User-agent: *\nCrawl-delay: 20\nDisallow:\nUser-agent: OnlineCinema\nCrawl-delay: 5", 5d)]
    [InlineData("User-agent: *\nCrawl-delay: 20\nDisallow:\nUser-agent: OnlineCinema\nDisallow: /x", null)]
    [InlineData("User-agent: *\nCrawl-delay: soon", null)]
    [InlineData("User-agent: *\nCrawl-delay: -4", null)]
    [InlineData("User-agent: *\nCrawl-delay: NaN", null)]
    [InlineData("User-agent: *\nCrawl-delay: 1e30", null)]
    [InlineData("User-agent: *\nCrawl-delay: 99999999999999999999", 86400d)]
    [InlineData("Crawl-delay: 7", null)]
    public void The_delay_of_our_group_is_ours(string robots, double? seconds) =>
        Assert.Equal(seconds, Read(robots).CrawlDelay?.TotalSeconds);

    [Fact]
    public void Any_bytes_are_read_to_an_end()
    {
        var random = new Random(1);
        var pieces = new[] { "User-agent:", "Disallow:", "Allow:", "*", "$", "%", "%D0", "/", "\r", "\n", "#", ":", " ", "\0", "OnlineCinema" };
        for (var round = 0; round < 3_000; round++)
        {
            var noise = new byte[random.Next(20)];
            random.NextBytes(noise);
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => pieces[random.Next(pieces.Length)]));
            byte[] body = [.. Encoding.UTF8.GetBytes(text), .. noise, .. Encoding.UTF8.GetBytes(text)];

            var robots = RobotsParser.Read(body, Agent);

            Assert.Null(robots.WhatForbids(new Uri("https://host.example/robots.txt")));
            robots.WhatForbids(new Uri("https://host.example/a/b?c=%D0%B0"));
        }
    }

    private static RobotsTxt Read(string robots) => RobotsParser.Read(Encoding.UTF8.GetBytes(robots), Agent);
}
