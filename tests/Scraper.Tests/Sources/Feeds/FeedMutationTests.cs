using System.Net;
using System.Text;
using Scraper.Fetching;
using Scraper.Sources;
using Scraper.Sources.Feeds;
using Scraper.Sources.Rutube;

namespace Scraper.Tests.Sources.Feeds;

/// <summary>Whatever a feed holds: every entry is either read soundly or refused with a reason, or the feed is.</summary>
public sealed class FeedMutationTests
{
    private const int Rounds = 3_000;

    // Printable ASCII, which any address is.
    private const string Key = "^[!-~]{1,300}$";

    private static readonly Uri Url = new("https://films.example/films.rss");
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("feed-media.rss")]
    [InlineData("feed-youtube.atom")]
    [InlineData("feed-sitemap.xml")]
    public void Feeds_are_read_or_refused(string name) => Mutate(name, text =>
    {
        using var document = FeedDocument.Open(text);
        var read = 0;
        while (document.NextEntry() is { } entry)
        {
            var items = document.Kind == FeedKind.Sitemap
                ? SitemapEntry.Read(entry, document, Now)
                : [FeedEntry.Read(entry, document)];
            Assert.All(items, item => MutationTests.AssertSound(item, Key));
            read++;
        }

        return read;
    });

    [Fact]
    public void The_rss_of_rutube_is_read_or_refused() => Mutate("rutube-channel.rss", text =>
    {
        var page = RutubeRss.Read(text, "25256830");
        Assert.All(page.Videos, video => MutationTests.AssertSound(ReadItem.Accept(video), "^[0-9a-f]{32}$"));
        Assert.All(page.Rejects, reject => Assert.NotEmpty(reject.Reason));
        return page.Videos.Count + page.Rejects.Count;
    });

    private static void Mutate(string name, Func<FetchedText, int> read)
    {
        var answer = RecordedAnswer.Text(name);
        var (accepted, entries) = (0, 0);
        for (var seed = 0; seed < Rounds; seed++)
        {
            var mutation = new MutatedAnswer(seed);
            var body = seed % 2 == 0 ? Encoding.UTF8.GetBytes(mutation.Xml(answer)) : mutation.Bytes(answer);
            try
            {
                entries += read(FetchedText.Read(new FetchedBody(Url, HttpStatusCode.OK, "application/xml", body)));
                accepted++;
            }
            catch (SourceException refused)
            {
                Assert.Equal(SourceFailure.Contract, refused.Failure);
                Assert.Contains(Url.ToString(), refused.Message, StringComparison.Ordinal);
            }
        }

        Assert.InRange(accepted, Rounds / 3, Rounds);
        Assert.True(entries >= accepted / 2, $"Of {accepted} feeds only {entries} entries were read.");
    }
}
