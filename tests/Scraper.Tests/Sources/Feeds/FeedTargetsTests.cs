using Scraper.Sources.Feeds;

namespace Scraper.Tests.Sources.Feeds;

public sealed class FeedTargetsTests
{
    [Theory]
    [InlineData("https://films.example/films.rss", "feed:https://films.example/films.rss")]
    [InlineData("feed:https://films.example/films.rss?a=1&b=2", "feed:https://films.example/films.rss?a=1&b=2")]
    [InlineData("feed://films.example/films.rss", "feed:https://films.example/films.rss")]
    [InlineData(" http://films.example:8080/ #top", "feed:http://films.example:8080/%20")]
    public void An_address_is_understood_and_reads_back(string text, string target)
    {
        var read = FeedTargets.Read(text);

        Assert.Equal(target, read.ToString());
        Assert.Equal(read, FeedTargets.Read(read.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("films.rss")]
    [InlineData("ftp://films.example/films.rss")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:secret@films.example/")]
    [InlineData("https://")]
    public void What_is_no_address_is_refused(string text) => Assert.Throws<FormatException>(() => FeedTargets.Read(text));
}
