using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Scraper.Fetching;
using Scraper.Sources;
using Scraper.Sources.Sites;

namespace Scraper.Tests.Sources.Sites;

public sealed class SiteFolderTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("structured")]
    [InlineData("scripted")]
    public void The_examples_are_sound(string example)
    {
        var site = SiteFolder.LoadFile(Path.Combine(SiteFiles.Examples, example, "site.json"), TimeProvider.System);

        Assert.Empty(site.Problems);
    }

    [Fact]
    public void Sites_of_the_directory_are_sources_with_settings_of_their_own()
    {
        using var files = new SiteFiles("plain", "structured");

        var catalog = files.Catalog(("Sources:kino-plain:PageLimit", "7"), ("Sources:kino-structured:Enabled", "false"));

        var plain = catalog.Find("kino-plain")!;
        Assert.Equal((7, true, new Uri("https://kino.example/")), (plain.Options.PageLimit, plain.Options.Enabled, plain.Options.BaseUrl));
        Assert.Equal(["list"], plain.Options.Targets);
        Assert.False(catalog.Find("kino-structured")!.Options.Enabled);
        Assert.NotNull(catalog.Find("rutube"));
    }

    [Fact]
    public async Task A_site_without_samples_is_refused_and_the_others_go_on()
    {
        using var files = new SiteFiles("plain", "structured");
        files.Change("plain", root => root.Remove("samples"));

        var catalog = files.Catalog();

        var walk = await Refusal(catalog, "kino-plain");
        Assert.Contains("sources test kino-plain --record", walk, StringComparison.Ordinal);
        Assert.IsType<SiteSource>(catalog.Find("kino-structured")!.Source);
    }

    [Fact]
    public async Task A_site_whose_samples_give_something_else_is_refused_with_each_difference_in_its_place()
    {
        using var files = new SiteFiles("plain");
        var expected = files.PathOf("plain/list.json");
        File.WriteAllText(expected, File.ReadAllText(expected).Replace("Метрополис", "Метрополь", StringComparison.Ordinal));

        var refusal = await Refusal(files.Catalog(), "kino-plain");

        Assert.Contains(
            $"{expected}:14:19: $.rows[1].rawTitle: sample \"list\": \"Метрополь (1927)\" is expected, the page gives \"Метрополис (1927)\".",
            refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_selector_that_no_longer_fits_shows_in_the_samples()
    {
        using var files = new SiteFiles("plain");
        files.Change("plain", root => root["list"]!["fields"]!["poster"] = new JsonObject { ["select"] = "img", ["attr"] = "src", ["optional"] = true });

        var site = SiteFolder.LoadFile(files.Definition("plain"), TimeProvider.System);

        Assert.Equal(3, site.Problems.Count(problem => problem.Path.EndsWith(".poster", StringComparison.Ordinal)
            && problem.Message.Contains("the page gives nothing", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_sample_that_is_missing_is_told()
    {
        using var files = new SiteFiles("plain");
        File.Delete(files.PathOf("plain/detail.html"));

        var problem = Assert.Single(SiteFolder.LoadFile(files.Definition("plain"), TimeProvider.System).Problems);

        Assert.Contains("has no file", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_definitions_of_one_id_are_refused()
    {
        using var files = new SiteFiles("plain");
        File.Copy(files.Definition("plain"), files.PathOf("twin.json"));

        Assert.Contains("is the id in", await Refusal(files.Catalog(), "kino-plain"), StringComparison.Ordinal);
    }

    [Fact]
    public void Expected_records_beside_a_definition_are_no_definition()
    {
        using var files = new SiteFiles("plain");
        foreach (var file in Directory.GetFiles(files.PathOf("plain")))
        {
            File.Move(file, files.PathOf(Path.GetFileName(file)));
        }

        var site = Assert.Single(SiteFolder.Load(files.Directory, TimeProvider.System).Sites);

        Assert.Equal(("kino-plain", true), (site.Name, site.IsSound));
    }

    [Fact]
    public void A_directory_that_is_not_there_stops_the_start()
    {
        using var files = new SiteFiles();
        Directory.CreateDirectory(files.PathOf("data"));

        var stopped = Assert.Throws<OptionsValidationException>(() => files.Catalog(directory: files.PathOf("none")));

        Assert.Contains("Sources:SitesDirectory", stopped.Message, StringComparison.Ordinal);
    }

    private static async Task<string> Refusal(SourceCatalog catalog, string name)
    {
        var source = catalog.Find(name)!.Source;
        var refused = await Assert.ThrowsAsync<SourceException>(async () =>
        {
            await foreach (var _ in source.ReadAsync(source.ReadTarget("list"), null, new FetchMeter(), CancellationToken.None))
            {
            }
        });
        Assert.Equal(SourceFailure.Contract, refused.Failure);
        return refused.Message;
    }
}
