using System.Text;
using Scraper.Fetching.Robots;

namespace Scraper.Tests.Fetching.Robots;

/// <summary>Which rule decides: RFC 9309, sections 2.2.2 and 2.2.3.</summary>
public sealed class RobotsTxtTests
{
    [Theory]
    [InlineData("Disallow: /fish", "/fish", false)]
    [InlineData("Disallow: /fish", "/fish.html", false)]
    [InlineData("Disallow: /fish", "/fishheads/yummy.html?id=1", false)]
    [InlineData("Disallow: /fish", "/Fish", true)]
    [InlineData("Disallow: /fish", "/catfish", true)]
    [InlineData("Disallow: /fish/", "/fish", true)]
    [InlineData("Disallow: /fish/", "/fish/salmon", false)]
    [InlineData("Disallow: fish", "/fish", true)]
    [InlineData("Disallow: /", "/", false)]
    [InlineData("Disallow: /\nAllow: /$", "/", true)]
    [InlineData("Disallow: /\nAllow: /$", "/a", false)]
    [InlineData("Disallow:", "/a", true)]
    [InlineData("Disallow: /*.php", "/a/b.php?x=1", false)]
    [InlineData("Disallow: /*.php", "/php", true)]
    [InlineData("Disallow: /*.php$", "/a.php", false)]
    [InlineData("Disallow: /*.php$", "/a.php?x", true)]
    [InlineData("Disallow: /*.php$", "/a.php5", true)]
    [InlineData("Disallow: /*.php$", "/a.php/b.php", false)]
    [InlineData("Disallow: /fish*.php", "/fishheads/catfish.php?id=1", false)]
    [InlineData("Disallow: /fish*.php", "/Fish.PHP", true)]
    [InlineData("Disallow: *fish", "/cat/fish", false)]
    [InlineData("Disallow: /a**b", "/axxb", false)]
    [InlineData("Disallow: /ab*b$", "/ab", true)]
    [InlineData("Disallow: /a$b", "/a$b", false)]
    [InlineData("Disallow: /a$b", "/a", true)]
    [InlineData("Disallow: /a%24", "/a$", false)]
    [InlineData("Disallow: /a%24", "/a", true)]
    [InlineData("Disallow: /a%2A", "/a*b", false)]
    [InlineData("Disallow: /a%2A", "/ab", true)]
    [InlineData("Disallow: /path?q=", "/path?q=film", false)]
    [InlineData("Disallow: /*?", "/path", true)]
    [InlineData("Disallow: /*?", "/path?", false)]
    public void A_path_is_matched_from_its_start(string rules, string path, bool allowed) =>
        Assert.Equal(allowed, Allows(rules, path));

    [Theory]
    [InlineData("Allow: /p\nDisallow: /", "/page", true)]
    [InlineData("Disallow: /\nAllow: /p", "/page", true)]
    [InlineData("Disallow: /page\nAllow: /page", "/page", true)]
    [InlineData("Allow: /page\nDisallow: /page", "/page", true)]
    [InlineData("Allow: /page\nDisallow: /*.html", "/page.html", false)]
    [InlineData("Allow: /page\nDisallow: /*.ph", "/page.php5", true)]
    [InlineData("Allow: /api/\nDisallow: /api/video/", "/api/video/1/", false)]
    [InlineData("Disallow: /api/\nAllow: /api/video/", "/api/video/1/", true)]
    [InlineData("Allow:\nDisallow: /a", "/a", false)]
    public void The_longest_path_decides_and_of_equals_the_one_that_allows(string rules, string path, bool allowed) =>
        Assert.Equal(allowed, Allows(rules, path));

    [Theory]
    [InlineData("/foo/bar/ツ", "/foo/bar/%E3%83%84", false)]
    [InlineData("/foo/bar/ツ", "/foo/bar/ツ", false)]
    [InlineData("/foo/bar/%E3%83%84", "/foo/bar/ツ", false)]
    [InlineData("/foo/bar/%e3%83%84", "/foo/bar/%E3%83%84", false)]
    [InlineData("/foo/bar/%62%61%7A", "/foo/bar/baz", false)]
    [InlineData("/foo/bar/baz", "/foo/bar/%62%61%7A", false)]
    [InlineData("/a%2Fb", "/a%2fb", false)]
    [InlineData("/a%2Fb", "/a/b", true)]
    [InlineData("/a/b", "/a%2Fb", true)]
    [InlineData("/a%3Cd", "/a%3cd", false)]
    [InlineData("/a%zz", "/a%zz", false)]
    [InlineData("/100%", "/100%", false)]
    [InlineData("/a\"<b>|c", "/a%22%3Cb%3E%7Cc", false)]
    [InlineData("/a[1]", "/a[1]", false)]
    [InlineData("/кино", "/%D0%BA%D0%B8%D0%BD%D0%BE/1", false)]
    [InlineData("/?tar&par=http://foo.bar", "/?tar&par=http://foo.bar?x", false)]
    public void Escapes_of_one_octet_are_equal(string rule, string path, bool allowed) =>
        Assert.Equal(allowed, Allows($"Disallow: {rule}", path));

    [Fact]
    public void The_robots_txt_itself_may_always_be_read() => Assert.True(Allows("Disallow: /", "/robots.txt"));

    [Fact]
    public void A_rule_that_is_made_to_be_slow_is_not()
    {
        var path = "/" + new string('a', 8_000) + "b";
        var rule = "/" + string.Concat(Enumerable.Repeat("*a", 4_000)) + "*c$";

        // A matcher that tries every split would still be at it when the test is given up.
        Assert.True(Allows($"Disallow: {rule}", path));
    }

    [Fact]
    public void What_forbids_is_named_with_its_line()
    {
        var robots = RobotsParser.Read("User-agent: *\n\nDisallow: /api/"u8, "OnlineCinema");

        Assert.Equal(
            "Disallow: /api/ (line 3)", robots.WhatForbids(new Uri("https://host.example/api/video/"))!.ToString());
    }

    private static bool Allows(string rules, string path) => RobotsParser
        .Read(Encoding.UTF8.GetBytes("User-agent: *\n" + rules), "OnlineCinema")
        .WhatForbids(new Uri("https://host.example" + path)) is null;
}
