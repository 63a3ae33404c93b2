using Scraper.Sources.Feeds;

namespace Scraper.Tests.Sources.Feeds;

public sealed class FeedKeyTests
{
    [Theory]
    [InlineData("https://www.films.example/watch/7/?utm_source=rss&utm_medium=feed#top")]
    [InlineData("http://films.example/watch/7")]
    [InlineData("https://films.example/watch/7/?fbclid=abc")]
    public void Two_ways_to_one_page_have_one_key(string page) => Assert.Equal("films.example/watch/7", FeedKey.Of(page));

    [Theory]
    [InlineData("https://www.youtube.com/watch?v=dQw4w9WgXcQ&utm_source=x", "youtube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://films.example/?utm_source=x&id=7", "films.example?id=7")]
    public void What_tells_pages_apart_is_kept(string page, string key) => Assert.Equal(key, FeedKey.Of(page));

    [Fact]
    public void A_long_address_has_a_short_key_of_its_own()
    {
        var one = FeedKey.Of($"https://films.example/{new string('a', 500)}");
        var other = FeedKey.Of($"https://films.example/{new string('a', 501)}");

        Assert.InRange(one.Length, 1, 200);
        Assert.NotEqual(one, other, StringComparer.Ordinal);
    }
}
