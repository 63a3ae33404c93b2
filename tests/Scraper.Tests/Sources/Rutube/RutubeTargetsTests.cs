using Scraper.Sources.Rutube;

namespace Scraper.Tests.Sources.Rutube;

public sealed class RutubeTargetsTests
{
    private const string Id = "6e4d63138f7d572283f44f6d730d0ce0";

    [Theory]
    [InlineData("search:комедия 2024", "search:комедия 2024")]
    [InlineData("search: фильм: возвращение ", "search:фильм: возвращение")]
    [InlineData("SEARCH:Фильм", "search:Фильм")]
    [InlineData("channel:25256830", "channel:25256830")]
    [InlineData("playlist:308547", "playlist:308547")]
    [InlineData("card:10605", "card:10605")]
    [InlineData("category:4", "category:4")]
    [InlineData("tag:7796", "tag:7796")]
    [InlineData("person:51", "person:51")]
    [InlineData("https://rutube.ru/metainfo/person/51/", "person:51")]
    [InlineData("rss:25256830", "rss:25256830")]
    [InlineData("https://rutube.ru/rss/video/person/25256830/", "rss:25256830")]
    [InlineData("showcase:Movies", "showcase:movies")]
    [InlineData("https://rutube.ru/feeds/movies/", "showcase:movies")]
    [InlineData("video:" + Id, "video:" + Id)]
    [InlineData("video:6E4D63138F7D572283F44F6D730D0CE0", "video:" + Id)]
    [InlineData(Id, "video:" + Id)]
    [InlineData("video:172557943", "video:172557943")]
    [InlineData("https://rutube.ru/video/" + Id + "/", "video:" + Id)]
    [InlineData("https://rutube.ru/video/" + Id, "video:" + Id)]
    [InlineData("http://www.rutube.ru/video/" + Id + "/?r=wd", "video:" + Id)]
    [InlineData("rutube.ru/video/" + Id + "/?t=12", "video:" + Id)]
    [InlineData("https://m.rutube.ru/video/" + Id + "/?pl_id=5&pl_type=ugc", "video:" + Id)]
    [InlineData("https://rutube.ru/video/" + Id + "/?playlist=308547&playlistPage=1", "video:" + Id)]
    [InlineData("video:https://rutube.ru/video/" + Id + "/", "video:" + Id)]
    [InlineData("https://rutube.ru/video/private/" + Id + "/?p=aB-3_x", "video:" + Id + "?p=aB-3_x")]
    [InlineData("https://rutube.ru/video/private/" + Id + "/?r=wd&p=KEY1", "video:" + Id + "?p=KEY1")]
    [InlineData("https://rutube.ru/shorts/" + Id + "/", "video:" + Id)]
    [InlineData("https://rutube.ru/live/video/" + Id + "/", "video:" + Id)]
    [InlineData("https://rutube.ru/live/video/private/" + Id + "/?p=KEY2", "video:" + Id + "?p=KEY2")]
    [InlineData("https://rutube.ru/play/embed/" + Id, "video:" + Id)]
    [InlineData("https://rutube.ru/play/embed/" + Id + "/?p=KEY3", "video:" + Id + "?p=KEY3")]
    [InlineData("https://rutube.ru/play/embed/172557943", "video:172557943")]
    [InlineData("https://rutube.ru/embed/" + Id, "video:" + Id)]
    [InlineData("https://rutube.ru/video/embed/172557943", "video:172557943")]
    [InlineData("https://rutube.ru/video/embed/" + Id, "video:" + Id)]
    [InlineData("http://rutube.ru/tracks/12413455.html", "video:12413455")]
    [InlineData("https://rutube.ru/plst/308547/", "playlist:308547")]
    [InlineData("https://rutube.ru/channel/25256830/", "channel:25256830")]
    [InlineData("https://rutube.ru/channel/25256830/videos/", "channel:25256830")]
    [InlineData("https://rutube.ru/channel/25256830/shorts/", "channel:25256830")]
    [InlineData("https://rutube.ru/video/person/25256830/", "channel:25256830")]
    [InlineData("channel:https://rutube.ru/channel/25256830/", "channel:25256830")]
    [InlineData("https://rutube.ru/metainfo/tv/10605/", "card:10605")]
    [InlineData("https://rutube.ru/video/category/4/", "category:4")]
    [InlineData("https://rutube.ru/tags/video/7796/", "tag:7796")]
    public void What_an_editor_writes_is_understood(string text, string target) =>
        Assert.Equal(target, RutubeTargets.Read(text).ToString());

    [Theory]
    [InlineData("", "search:")]
    [InlineData("комедия", "search:комедия")]
    [InlineData("serch:комедия", "Did you mean search?")]
    [InlineData("search:", "1 to 200")]
    [InlineData("channel:rutube", "channel")]
    [InlineData("video:123abc", "123abc")]
    [InlineData("card:-1", "card")]
    [InlineData("https://rutube.ru/u/kinozal/", "/channel/NUMBER/")]
    [InlineData("https://rutube.ru/", "no video")]
    [InlineData("https://rutube.ru.evil.example/video/6e4d63138f7d572283f44f6d730d0ce0/", "no address at rutube.ru")]
    [InlineData("https://evilrutube.ru/video/6e4d63138f7d572283f44f6d730d0ce0/", "no address at rutube.ru")]
    [InlineData("file://rutube.ru/video/6e4d63138f7d572283f44f6d730d0ce0/", "no address at rutube.ru")]
    public void What_is_not_understood_is_refused_with_a_remedy(string text, string remedy)
    {
        var refused = Assert.Throws<FormatException>(() => RutubeTargets.Read(text));

        Assert.Contains(remedy, refused.Message, StringComparison.Ordinal);
    }
}
