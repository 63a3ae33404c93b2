using Hosts;
using Scraper.Fetching;
using Scraper.Sources;
using Scraper.Sources.VkVideo;
using Scraper.Tests.Sources;

namespace Scraper.Tests.Editing;

/// <summary>What an editor is told of a source that needs the operator's key.</summary>
public sealed class SourceOfKeyTests : IDisposable
{
    private readonly PoliteHttpFactory _fetching = LoopbackFetching.Create();

    public void Dispose() => _fetching.Dispose();

    [Fact]
    public async Task Without_its_key_the_list_says_which_setting_is_missing()
    {
        using var cli = CommandLine(VkSource.Defaults);

        var list = await cli.RunAsync("sources", "list");
        var json = await cli.RunAsync("sources", "list", "--json");

        Assert.Contains("vk no, set Sources:vk:Token ok", list.Table, StringComparison.Ordinal);
        var source = json.Json().GetProperty("sources")[0];
        Assert.Equal(
            (false, "Sources:vk:Token"), (source.GetProperty("enabled").GetBoolean(), source.GetProperty("missing").GetString()));
    }

    [Fact]
    public async Task Without_its_key_a_test_says_how_to_get_one()
    {
        using var cli = CommandLine(VkSource.Defaults);

        var result = await cli.RunAsync("sources", "test", "vk");

        Assert.NotEqual(0, result.Code);
        Assert.Contains("Sources__vk__Token_FILE", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_its_key_it_is_read_and_the_key_is_shown_nowhere()
    {
        await using var vk = await StubVk.StartAsync();
        vk.Videos.Add(StubVk.Video(-1719791, 7, "Аэлита (1924)", 6660));
        using var cli = CommandLine(VkSource.Defaults with
        {
            BaseUrl = vk.Host.BaseUrl,
            DelayMilliseconds = 0,
            Token = SourceToken.TryRead(StubVk.Token),
        });

        var list = await cli.RunAsync("sources", "list");
        var show = await cli.RunAsync("sources", "show", "vk");
        var test = await cli.RunAsync("sources", "test", "vk", "--json");

        Assert.Contains("vk yes ok", list.Table, StringComparison.Ordinal);
        Assert.Equal("Аэлита", test.Json().GetProperty("videos")[0].GetProperty("title").GetString());
        Assert.All([list, show, test], result => Assert.DoesNotContain(StubVk.Token, result.Out + result.Error, StringComparison.Ordinal));
    }

    private CommandLine CommandLine(SourceOptions options) =>
        new(new VkSource(options, _fetching, TimeProvider.System)) { Options = options };
}
