using Scraper.Fetching;
using Scraper.Sources;
using Scraper.Sources.Feeds;

namespace Scraper.Tests.Sources.Feeds;

public sealed class FeedEntryTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_entry_with_media_is_read()
    {
        var video = Read("feed-media.rss")[0].Video!;

        Assert.Equal(("feed", "films.example/watch/aelita"), (video.Source, video.ExternalId));
        Assert.Equal("https://films.example/watch/aelita?utm_source=rss&utm_medium=feed", video.SourceUrl);
        Assert.Equal(("Аэлита (1924) & другие", "<p>Немой фильм.</p>"), (video.Title, video.Description));
        Assert.Equal(new DateTimeOffset(2024, 4, 13, 13, 8, 34, TimeSpan.Zero), video.PublishedAt);
        Assert.Equal((TimeSpan.FromMinutes(111), 5319), (video.Duration, video.Views));
        Assert.Equal(("https://cdn.example/aelita-720.mp4", "720p"), (video.StreamUrl, video.Stated.Quality));
        Assert.Equal("https://films.example/embed/aelita", video.EmbedUrl);
        Assert.Equal("https://cdn.example/large.jpg", video.ImageUrl);
        Assert.Equal(("Золотая коллекция", "ru", "Фантастика"), (video.AuthorName, video.Language, video.Category));
        Assert.Equal(["Фантастика", "Немое кино"], video.Tags);
        Assert.Equal("https://creativecommons.org/licenses/by/4.0/", video.Licence);
    }

    [Fact]
    public void A_podcast_is_sound_and_known_by_its_permanent_id()
    {
        var podcast = Read("feed-media.rss")[1].Video!;

        Assert.Equal("https://films.example/podcast/1", podcast.SourceUrl);
        Assert.Equal((VideoMarks.Audio, "Радио Кино"), (podcast.Marks, podcast.AuthorName));
        Assert.Equal(new TimeSpan(1, 2, 3), podcast.Duration);
        Assert.Equal(new DateTimeOffset(2024, 4, 13, 10, 8, 0, TimeSpan.Zero), podcast.PublishedAt);
        Assert.Equal("https://cdn.example/cover.jpg", podcast.ImageUrl);
        Assert.Null(podcast.StreamUrl);
    }

    [Fact]
    public void What_cannot_be_read_is_refused_by_name() => Assert.Equal(
        [(null, "link is missing, not the address of a page"), ("films.example/watch/untitled", "title is missing, not a text")],
        Read("feed-media.rss").Select(item => item.Reject).OfType<RejectedItem>()
            .Select(reject => (reject.ExternalId, reject.Reason)));

    [Fact]
    public void A_channel_of_youtube_is_read()
    {
        var video = Assert.Single(Read("feed-youtube.atom")).Video!;

        Assert.Equal("youtube.com/watch?v=dQw4w9WgXcQ", video.ExternalId);
        Assert.Equal("https://www.youtube.com/watch?v=dQw4w9WgXcQ", video.SourceUrl);
        Assert.Equal("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ", video.EmbedUrl);
        Assert.Equal("https://i2.ytimg.com/vi/dQw4w9WgXcQ/hqdefault.jpg", video.ThumbnailUrl);
        Assert.Equal(("Киноконцерн", "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv"), (video.AuthorName, video.AuthorUrl));
        Assert.Equal(("A comedy.", 123456), (video.Description, video.Views));
        Assert.Equal(new DateTimeOffset(2024, 4, 10, 16, 8, 34, TimeSpan.Zero), video.PublishedAt);
        Assert.Null(video.Duration);
        Assert.Null(video.StreamUrl);
    }

    [Fact]
    public void Videos_of_a_sitemap_are_read_and_pages_without_are_not()
    {
        var items = Read("feed-sitemap.xml");

        Assert.Equal(
            ["films.example/watch/metropolis", "films.example/watch/metropolis#2"],
            items.Select(item => item.Video?.ExternalId).OfType<string>(), StringComparer.Ordinal);
        var first = items[0].Video!;
        Assert.Equal(("Метрополис (1927)", TimeSpan.FromSeconds(9180)), (first.Title, first.Duration));
        Assert.Equal(("https://films.example/files/metropolis.mp4", "https://films.example/player?id=7"), (first.StreamUrl, first.EmbedUrl));
        Assert.Equal(("Фриц", "https://films.example/users/fritz"), (first.AuthorName, first.AuthorUrl));
        Assert.Equal(VideoMarks.Adult | VideoMarks.Paid, first.Marks);
        Assert.Equal((12345, "Фильмы"), (first.Views, first.Category));
        Assert.Equal(["немое кино", "фантастика"], first.Tags);
        Assert.Equal(new DateTimeOffset(2023, 11, 5, 11, 20, 30, TimeSpan.Zero), first.PublishedAt);
    }

    [Fact]
    public void Videos_of_a_sitemap_that_ended_or_lie_nowhere_are_refused() => Assert.Equal(
        ["video:expiration_date is 2020-01-01, which is over", "loc is missing, not the address of a page"],
        Read("feed-sitemap.xml").Select(item => item.Reject?.Reason).OfType<string>(), StringComparer.Ordinal);

    [Theory]
    [InlineData("javascript:alert(1)", "link is javascript:alert(1)")]
    [InlineData("file:///etc/passwd", "link is file:///etc/passwd")]
    [InlineData("https://user:secret@films.example/", "link is https://user:secret@films.example/")]
    public void A_link_that_no_browser_may_open_is_refused(string link, string told)
    {
        var item = ReadText($"<rss><channel><item><title>x</title><link>{link}</link></item></channel></rss>")[0];

        Assert.StartsWith(told, item.Reject!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Control_characters_spoil_neither_title_nor_feed()
    {
        var item = ReadText("<rss><channel><item><title>Кино\u0001\u001b[31m&#2;</title><link>/7</link></item></channel></rss>")[0];

        Assert.Equal("Кино[31m", item.Video!.Title);
    }

    [Fact]
    public void Addresses_belong_to_the_base_that_the_feed_names()
    {
        var item = ReadText(
            """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://other.example/films/"><entry><title>x</title>"""
            + """<link href="7"/></entry></feed>""")[0];

        Assert.Equal("https://other.example/films/7", item.Video!.SourceUrl);
    }

    private static List<ReadItem> Read(string name) => ReadText(RecordedAnswer.Text(name));

    private static List<ReadItem> ReadText(string text)
    {
        using var document = FeedDocument.Open(new FetchedText(new Uri("https://films.example/films.rss"), "application/xml", text));
        List<ReadItem> items = [];
        while (document.NextEntry() is { } entry)
        {
            items.AddRange(document.Kind == FeedKind.Sitemap
                ? SitemapEntry.Read(entry, document, Now)
                : [FeedEntry.Read(entry, document)]);
        }

        return items;
    }
}
