using System.Text.Json;
using Hosts;
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
    public void A_list_keeps_what_is_good_and_tells_what_is_not()
    {
        var page = RutubePage.Read(RecordedAnswer.Json("rutube-search-2024.json"), Url, card: null);

        Assert.Equal(2, page.Items.Count(item => item.Video is not null));
        Assert.Equal(41, page.Total);
        var reject = Assert.Single(page.Items, item => item.Reject is not null).Reject!;
        Assert.Equal("id is \"NOT-AN-ID\", not 32 hexadecimal characters", reject.Reason);
        Assert.Contains("Испорченная запись", reject.Payload, StringComparison.Ordinal);
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

    [Fact]
    public void The_full_video_of_a_film_card_is_that_film()
    {
        var card = RutubeCard.Read(RecordedAnswer.Json("rutube-card-movie.json"), Url, lastYear: 2027);

        var page = RutubePage.Read(RecordedAnswer.Json("rutube-metainfo-2026.json"), Url, card);

        var film = page.Items[0].Video!;
        Assert.Equal(VideoKind.Film, film.Stated.Kind);
        Assert.Equal(("Ларри Краун", "Larry Crowne", 2011), (film.Stated.Title, film.Stated.OriginalTitle, film.Stated.Year));
        Assert.Equal(["Мелодрама", "Комедия"], film.Stated.Genres);
        Assert.Equal(["США"], film.Stated.Countries);
        Assert.Equal(16, film.AgeRating);
        Assert.Equal("https://pic.rutube.ru/tv/aa/bb/vertical.jpg", film.ImageUrl);
        Assert.Equal("https://pic.rtbcdn.ru/video/2026-01-03/dc/53/aa4d.jpg", film.ThumbnailUrl);
        Assert.Equal("Уволенный с работы Ларри поступает в колледж.", film.Description);
        Assert.Null(film.Stated.Episode);
        Assert.Null(page.NextPath);
    }

    [Fact]
    public void Other_videos_of_a_film_card_are_not_the_film()
    {
        var card = RutubeCard.Read(RecordedAnswer.Json("rutube-card-movie.json"), Url, lastYear: 2027);

        var trailer = RutubePage.Read(RecordedAnswer.Json("rutube-metainfo-2026.json"), Url, card).Items[1].Video!;

        Assert.Null(trailer.Stated.Kind);
        Assert.Null(trailer.Stated.Title);
        Assert.Null(trailer.Stated.Year);
        Assert.Equal((17, 62), (trailer.Stated.Season, trailer.Stated.Episode));
    }

    [Fact]
    public void Full_videos_of_a_show_are_episodes()
    {
        var card = RutubeCard.Read(RecordedAnswer.Json("rutube-card-series.json"), Url, lastYear: 2027);

        var episode = RutubePage.Read(RecordedAnswer.Json("rutube-metainfo-2026.json"), Url, card).Items[0].Video!;

        Assert.Equal(VideoKind.Episode, episode.Stated.Kind);
        Assert.Equal("https://pic.rutube.ru/tv/10/picture.jpg", episode.ImageUrl);
        Assert.Null(episode.AgeRating);
    }

    [Theory]
    [InlineData("Ларри Краун /Larry Crowne (2011)", "Ларри Краун", "Larry Crowne", 2011)]
    [InlineData("Аэлита (1924)", "Аэлита", null, 1924)]
    [InlineData("Генерал", "Генерал", null, null)]
    [InlineData("Мир / Война (1969)", "Мир / Война", null, 1969)]
    [InlineData("Фильм (9999)", "Фильм (9999)", null, null)]
    [InlineData("Фильм (2099)", "Фильм", null, null)]
    public void The_name_of_a_card_holds_two_titles_and_a_year(string name, string title, string? original, int? year)
    {
        var json = JsonSerializer.SerializeToElement(new { name, type = new { id = 1 } });

        var facts = RutubeCard.Read(json, Url, lastYear: 2027).Facts;

        Assert.Equal((title, original, year), (facts.Title, facts.OriginalTitle, facts.Year));
    }

    [Theory]
    [InlineData("\"2024-04-13T16:08:34\"", "2024-04-13T13:08:34Z")]
    [InlineData("\"2024-01-01T01:30:00\"", "2023-12-31T22:30:00Z")]
    [InlineData("\"2024-11-26T12:34:14.546146\"", "2024-11-26T09:34:14.546146Z")]
    [InlineData("\"2024-04-13T16:08:34Z\"", "2024-04-13T16:08:34Z")]
    [InlineData("\"2024-04-13T16:08:34+03:00\"", "2024-04-13T13:08:34Z")]
    [InlineData("\"2024-04-13\"", "2024-04-12T21:00:00Z")]
    [InlineData("1713013714", "2024-04-13T13:08:34Z")]
    [InlineData("\"1713013714\"", "2024-04-13T13:08:34Z")]
    [InlineData("\"1713013714.5\"", null)]
    [InlineData("\"вчера\"", null)]
    [InlineData("\"1970-01-01T00:00:00\"", null)]
    [InlineData("99999999999999", null)]
    [InlineData("null", null)]
    [InlineData("{}", null)]
    public void Times_are_moscow_times(string written, string? utc)
    {
        using var json = JsonDocument.Parse($$"""{"publication_ts":{{written}}}""");

        var read = RutubeTime.Read(json.RootElement, "publication_ts");

        Assert.Equal(utc is null ? null : DateTimeOffset.Parse(utc, provider: null), read);
    }

    [Theory]
    [InlineData("duration", "5400", 5400)]
    [InlineData("duration", "\"5400\"", 5400)]
    [InlineData("duration", "5400.4", 5400)]
    [InlineData("duration", "0", null)]
    [InlineData("duration", "1", null)]
    [InlineData("duration", "-7", null)]
    [InlineData("duration", "1e300", null)]
    [InlineData("duration", "99999999", null)]
    [InlineData("duration", "\"долго\"", null)]
    [InlineData("duration", "null", null)]
    [InlineData("duration", "[]", null)]
    public void A_duration_is_read_or_unknown(string field, string written, int? seconds)
    {
        var video = Read(field, written).Video!;

        Assert.Equal(seconds, (int?)video.Duration?.TotalSeconds);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData("\"true\"", true)]
    [InlineData("\"True\"", true)]
    [InlineData("\"1\"", true)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    [InlineData("\"false\"", false)]
    [InlineData("\"\"", false)]
    [InlineData("null", false)]
    [InlineData("{}", false)]
    public void A_switch_is_read_however_it_comes(string written, bool expected) =>
        Assert.Equal(expected, Read("is_hidden", written).Video!.Marks.HasFlag(VideoMarks.Hidden));

    [Theory]
    [InlineData("is_hidden", nameof(VideoMarks.Hidden))]
    [InlineData("is_deleted", nameof(VideoMarks.Deleted))]
    [InlineData("is_adult", nameof(VideoMarks.Adult))]
    [InlineData("is_paid", nameof(VideoMarks.Paid))]
    [InlineData("is_livestream", nameof(VideoMarks.Live))]
    [InlineData("is_audio", nameof(VideoMarks.Audio))]
    public void Every_state_has_its_mark(string field, string mark) =>
        Assert.Equal(mark, Read(field, "true").Video!.Marks.ToString());

    [Theory]
    [InlineData("action_reason", "0")]
    [InlineData("action_reason", "{\"id\":0,\"name\":\"\"}")]
    [InlineData("category", "null")]
    [InlineData("category", "7")]
    [InlineData("author", "null")]
    [InlineData("author", "[]")]
    [InlineData("author", "\"Кино\"")]
    [InlineData("pg_rating", "null")]
    [InlineData("pg_rating", "18")]
    [InlineData("pg_rating", "{\"age\":17}")]
    [InlineData("hits", "null")]
    [InlineData("hits", "-1")]
    [InlineData("hits", "\"много\"")]
    [InlineData("hashtags", "null")]
    [InlineData("hashtags", "[1,null,{}]")]
    [InlineData("all_tags", "{}")]
    [InlineData("thumbnail_url", "\"\"")]
    [InlineData("thumbnail_url", "\"javascript:alert(1)\"")]
    [InlineData("thumbnail_url", "\"data:image/png;base64,AAAA\"")]
    [InlineData("embed_url", "\"https://rutube.ru/play/embed/172557943\"")]
    [InlineData("embed_url", "\"https://evil.example/embed\"")]
    [InlineData("embed_url", "null")]
    [InlineData("type", "null")]
    [InlineData("season", "{}")]
    [InlineData("description", "5")]
    public void No_field_but_id_and_title_can_cost_the_video(string field, string written)
    {
        var video = Read(field, written).Video!;

        Assert.Equal($"https://rutube.ru/play/embed/{Id}", video.EmbedUrl);
        Assert.StartsWith("https://", video.ThumbnailUrl ?? "https://", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id", "null", "id is null")]
    [InlineData("id", "5", "id is 5")]
    [InlineData("id", "\"\"", "id is \"\"")]
    [InlineData("id", "\"6e4d63138f7d572283f44f6d730d0ce\"", "not 32 hexadecimal")]
    [InlineData("title", "null", "title is null")]
    [InlineData("title", "\"\"", "title is \"\"")]
    [InlineData("title", "\"   \"", "title is")]
    [InlineData("title", "{}", "title is {}")]
    [InlineData("title", "1984", "title is 1984")]
    [InlineData("title", "\"\\ud800\"", "title is")]
    public void Without_id_or_title_a_video_is_refused_by_name(string field, string written, string reason)
    {
        var read = Read(field, written);

        Assert.Null(read.Video);
        Assert.StartsWith($"{field} is ", read.Reject!.Reason, StringComparison.Ordinal);
        Assert.Contains(reason, read.Reject.Reason, StringComparison.Ordinal);
        Assert.StartsWith("{", read.Reject.Payload, StringComparison.Ordinal);
    }

    [Fact]
    public void A_private_video_keeps_the_key_it_plays_with()
    {
        var video = Read("video_url", $"\"https://rutube.ru/video/private/{Id}/?p=aB3-x\"").Video!;

        Assert.Equal($"https://rutube.ru/play/embed/{Id}/?p=aB3-x", video.EmbedUrl);
        Assert.Equal($"https://rutube.ru/video/{Id}/", video.SourceUrl);
    }

    [Theory]
    [InlineData("[]", "not an object")]
    [InlineData("{}", "\"results\" is missing")]
    [InlineData("{\"results\":null}", "\"results\" is null")]
    [InlineData("{\"results\":{}}", "\"results\" is {}")]
    [InlineData("{\"results\":[1],\"next\":5}", "\"next\" is 5")]
    [InlineData("{\"results\":[1],\"next\":\"mailto:x@y\"}", "\"next\" is")]
    public void A_page_that_is_no_list_is_told_by_field_and_address(string body, string what)
    {
        using var json = JsonDocument.Parse(body);

        var broken = Assert.Throws<SourceException>(() => RutubePage.Read(json.RootElement, Url, card: null));

        Assert.Equal(SourceFailure.Contract, broken.Failure);
        Assert.Contains(what, broken.Message, StringComparison.Ordinal);
        Assert.Contains(Url.ToString(), broken.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"results\":[{}],\"has_next\":true,\"next\":\"http://rutube.ru/api/list/?page=2\"}", "/api/list/?page=2")]
    [InlineData("{\"results\":[{}],\"has_next\":1,\"next\":\"?page=2\"}", "/api/list/?page=2")]
    [InlineData("{\"results\":[{}],\"next\":\"/api/list/?page=2\"}", "/api/list/?page=2")]
    [InlineData("{\"results\":[{}],\"has_next\":true,\"next\":\"https://evil.example/api/list/?page=2\"}", "/api/list/?page=2")]
    [InlineData("{\"results\":[{}],\"has_next\":false,\"next\":\"?page=2\"}", null)]
    [InlineData("{\"results\":[{}],\"has_next\":0,\"next\":\"?page=2\"}", null)]
    [InlineData("{\"results\":[{}],\"has_next\":true,\"next\":null}", null)]
    [InlineData("{\"results\":[{}],\"has_next\":true,\"next\":\"\"}", null)]
    [InlineData("{\"results\":[],\"has_next\":true,\"next\":\"?page=2\"}", null)]
    public void The_next_page_is_a_path_at_the_same_host(string body, string? path)
    {
        using var json = JsonDocument.Parse(body);

        Assert.Equal(path, RutubePage.Read(json.RootElement, Url, card: null).NextPath);
    }

    private static ReadItem Read(string field, string written)
    {
        var json = new StubVideo(172557943, "Аэлита (1924)", 6660, new DateTime(2024, 4, 9, 20, 31, 0)).ToJson();
        json["id"] = Id;
        json["video_url"] = $"https://rutube.ru/video/{Id}/";
        json[field] = "@";
        using var document = JsonDocument.Parse(json.ToJsonString().Replace("\"@\"", written, StringComparison.Ordinal));
        return RutubeParser.Read(document.RootElement.Clone(), card: null);
    }
}
