using Scraper.Sources;
using Scraper.Sources.Rutube;

namespace Scraper.Tests.Sources.Rutube;

public sealed class RutubeParserTests
{
    private static readonly Uri Url = new("https://rutube.ru/api/list/");

    private const string Id = "6e4d63138f7d572283f44f6d730d0ce0";

    [Fact]
    public void A_list_item_of_2024_is_read_whole()
    {
        var video = RutubePage.Read(RecordedAnswer.Json("rutube-search-2024.json"), Url, card: null).Items[0].Video!;

        Assert.Equal("rutube", video.Source);
        Assert.Equal(Id, video.ExternalId);
        Assert.Equal("https://rutube.ru/video/6e4d63138f7d572283f44f6d730d0ce0/", video.SourceUrl);
        Assert.Equal("https://rutube.ru/play/embed/6e4d63138f7d572283f44f6d730d0ce0", video.EmbedUrl);
        Assert.Equal("БРОНЕНОСЕЦ «ПОТЁМКИН»  (1925) &quot;реставрация&quot; 🎬", video.Title);
        Assert.StartsWith("Фильм Сергея Эйзенштейна &laquo;", video.Description, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(4260), video.Duration);
        Assert.Equal(53190, video.Views);
        Assert.Equal(new DateTimeOffset(2024, 4, 13, 13, 8, 34, TimeSpan.Zero), video.PublishedAt);
        Assert.Equal("https://pic.rutubelist.ru/video/00/50/00507dd1c939b4e56e392b488758f4dd.jpg", video.ThumbnailUrl);
        Assert.Equal(("КИНОЗАЛ \"АВРОРА\"", "https://rutube.ru/video/person/25256830/"), (video.AuthorName, video.AuthorUrl));
        Assert.Equal("Фильмы", video.Category);
        Assert.Equal(["Киноклассика", "СССР", "эйзенштейн"], video.Tags);
        Assert.Equal(12, video.AgeRating);
        Assert.Equal(VideoMarks.None, video.Marks);
        Assert.Null(video.Stated.Kind);
        Assert.Null(video.Stated.Year);
    }

    [Fact]
    public void Shorts_hidden_and_adult_videos_are_marked_and_empty_fields_stay_unknown()
    {
        var video = RutubePage.Read(RecordedAnswer.Json("rutube-search-2024.json"), Url, card: null).Items[1].Video!;

        Assert.Equal(VideoMarks.Hidden | VideoMarks.Adult | VideoMarks.Short, video.Marks);
        Assert.Equal("https://pic.rutube.ru/video/1a/2b/short.jpg", video.ThumbnailUrl);
        Assert.Null(video.Description);
        Assert.Null(video.AuthorName);
        Assert.Null(video.AuthorUrl);
        Assert.Null(video.Category);
        Assert.Null(video.AgeRating);
        Assert.Empty(video.Tags);
    }

    [Fact]
    public void Details_of_2014_are_read()
    {
        var video = RutubeParser.Read(RecordedAnswer.Json("rutube-video-2014.json"), card: null).Video!;

        Assert.Equal("https://rutube.ru/play/embed/d41d8cd98f00b204e9800998ecf8427e", video.EmbedUrl);
        Assert.Equal("https://rutube.ru/video/d41d8cd98f00b204e9800998ecf8427e/", video.SourceUrl);
        Assert.Equal(VideoMarks.Deleted | VideoMarks.Paid, video.Marks);
        Assert.Equal(1205, video.Views);
        Assert.Null(video.Duration);
        Assert.Null(video.ThumbnailUrl);
        Assert.Equal("https://rutube.ru/channel/104/", video.AuthorUrl);
        Assert.Equal(new DateTimeOffset(2014, 3, 1, 18, 31, 0, TimeSpan.Zero), video.PublishedAt);
    }
}
