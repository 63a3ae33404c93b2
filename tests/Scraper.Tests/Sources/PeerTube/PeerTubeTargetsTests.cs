using Scraper.Sources.PeerTube;

namespace Scraper.Tests.Sources.PeerTube;

public sealed class PeerTubeTargetsTests
{
    [Theory]
    [InlineData("search:film muet", "search:film muet")]
    [InlineData(" SEARCH: кино ", "search:кино")]
    [InlineData("latest", "latest")]
    [InlineData("channel:old_films", "channel:old_films")]
    [InlineData("channel:old_films@origin.example", "channel:old_films@origin.example")]
    [InlineData("playlist:kkGMgK9ZtnKfYAgnEtQxbv", "playlist:kkGMgK9ZtnKfYAgnEtQxbv")]
    [InlineData("video:9c9de5e8-0a1e-484a-b099-e80766180a6d", "video:9c9de5e8-0a1e-484a-b099-e80766180a6d")]
    [InlineData("https://origin.example/w/kkGMgK9ZtnKfYAgnEtQxbv", "video:https://origin.example/w/kkGMgK9ZtnKfYAgnEtQxbv")]
    [InlineData("video:https://origin.example/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d",
        "video:https://origin.example/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d")]
    public void What_an_editor_writes_is_understood_and_reads_back(string text, string target)
    {
        var read = PeerTubeTargets.Read(text);

        Assert.Equal(target, read.ToString());
        Assert.Equal(read, PeerTubeTargets.Read(read.ToString()));
    }

    [Theory]
    [InlineData("", "Known are")]
    [InlineData("film", "Known are")]
    [InlineData("serch:film", "Did you mean search?")]
    [InlineData("search:", "1 to 200 characters")]
    [InlineData("latest:5", "takes nothing")]
    [InlineData("channel:../users", "no name of a channel")]
    [InlineData("channel:a@b@c", "no name of a channel")]
    [InlineData("playlist:1?x=2", "no id of a playlist")]
    [InlineData("video:ftp://origin.example/w/kkGMgK9ZtnKfYAgnEtQxbv", "no video of PeerTube")]
    public void What_is_not_understood_is_refused_with_what_would_be(string text, string told) =>
        Assert.Contains(told, Assert.Throws<FormatException>(() => PeerTubeTargets.Read(text)).Message, StringComparison.Ordinal);
}
