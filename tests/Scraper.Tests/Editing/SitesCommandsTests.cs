using Hosts;
using Scraper.Tests.Sources.Sites;

namespace Scraper.Tests.Editing;

public sealed class SitesCommandsTests
{
    [Fact]
    public async Task Sound_definitions_end_with_zero()
    {
        using var files = new SiteFiles("plain", "structured");
        using var cli = new CommandLine();
        cli.Settings["Sources:SitesDirectory"] = files.Directory;

        var one = await cli.RunAsync("sources", "validate", files.Definition("plain"));
        var all = await cli.RunAsync("sources", "validate", "--json");

        Assert.Equal((0, 0), (one.Code, all.Code));
        Assert.Equal(
            ["kino-plain", "kino-structured"],
            all.Json().GetProperty("sites").EnumerateArray().Select(site => site.GetProperty("name").GetString()!), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_mistake_ends_with_one_and_stands_on_a_line_of_its_own()
    {
        using var files = new SiteFiles("plain");
        using var cli = new CommandLine();
        files.Change("plain", root => root["list"]!.AsObject()["raws"] = "a");

        var result = await cli.RunAsync("sources", "validate", files.Directory);

        Assert.Equal(1, result.Code);
        Assert.Contains($"{files.Definition("plain")}:1:", result.Out, StringComparison.Ordinal);
        Assert.Contains("$.list.raws: \"raws\" is no key of this object. Did you mean \"rows\"?", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sources", "validate")]
    [InlineData("sources", "validate", "nowhere.json")]
    [InlineData("sources", "test", "list", "--replay")]
    public async Task Nothing_to_check_is_wrong_usage(params string[] arguments)
    {
        using var cli = new CommandLine();

        Assert.Equal(2, (await cli.RunAsync(arguments)).Code);
    }

    [Fact]
    public async Task Samples_are_recorded_from_the_site_and_replayed_without_it()
    {
        using var files = new SiteFiles("plain");
        using var cli = new CommandLine();
        files.Change("plain", root => root.Remove("samples"));
        File.Delete(files.PathOf("plain/list.json"));
        File.Delete(files.PathOf("plain/detail.html"));
        cli.Settings["Sources:SitesDirectory"] = files.Directory;
        cli.Settings["Network:AllowPrivateAddresses"] = "true";
        cli.Settings["Sources:kino-plain:DelayMilliseconds"] = "0";
        await using (var stub = await StubSite.StartPlainAsync())
        {
            cli.Settings["Sources:kino-plain:BaseUrl"] = stub.Host.BaseUrl.ToString();
            var before = await cli.RunAsync("sources", "test", "kino-plain", "--replay");
            var recorded = await cli.RunAsync("sources", "test", "kino-plain", "--record");
            Assert.Equal((1, 0, ""), (before.Code, recorded.Code, recorded.Error));
        }

        var replayed = await cli.RunAsync("sources", "test", "kino-plain", "--replay");

        Assert.Equal(0, replayed.Code);
        Assert.Contains("kino-plain is sound", replayed.Out, StringComparison.Ordinal);
        Assert.Contains("Сергей Эйзенштейн", await File.ReadAllTextAsync(files.PathOf("plain/detail.json")), StringComparison.Ordinal);
    }
}
