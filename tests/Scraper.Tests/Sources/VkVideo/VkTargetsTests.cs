using Scraper.Sources.VkVideo;

namespace Scraper.Tests.Sources.VkVideo;

public sealed class VkTargetsTests
{
    [Theory]
    [InlineData("search:немое кино", "search:немое кино")]
    [InlineData("CHANNEL: -1719791", "channel:-1719791")]
    [InlineData("video:-1719791_456265497", "video:-1719791_456265497")]
    [InlineData("https://vk.com/video-1719791_456265497", "video:-1719791_456265497")]
    [InlineData("https://m.vk.com/video-1719791_456265497?list=x", "video:-1719791_456265497")]
    [InlineData("https://vkvideo.ru/video77_12", "video:77_12")]
    [InlineData("video:https://vk.ru/clip-1_2", "video:-1_2")]
    [InlineData("https://vk.com/kino?z=video-1719791_456265497%2Fclub1719791", "video:-1719791_456265497")]
    public void What_an_editor_writes_is_understood(string text, string target) =>
        Assert.Equal(target, VkTargets.Read(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("кино")]
    [InlineData("search:")]
    [InlineData("channel:kino")]
    [InlineData("channel:0")]
    [InlineData("video:5")]
    [InlineData("https://vk.com.evil.example/video-1_2")]
    [InlineData("playlist:5")]
    public void What_is_not_understood_is_refused(string text) => Assert.Throws<FormatException>(() => VkTargets.Read(text));
}
