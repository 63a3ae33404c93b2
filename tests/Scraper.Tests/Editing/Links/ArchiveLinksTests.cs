using System.Text.Json.Nodes;
using Hosts;
using Scraper.Sources.InternetArchive;
using Scraper.Tests.Sources;

namespace Scraper.Tests.Editing.Links;

public sealed class ArchiveLinksTests
{
    [Fact]
    public async Task Items_are_asked_for_by_their_metadata()
    {
        await using var archive = await StubArchive.StartAsync();
        archive.Metadata["nosferatu"] = new JsonObject { ["metadata"] = StubArchive.Item("nosferatu", "Nosferatu", 1922) };
        archive.Metadata["dark"] = new JsonObject { ["is_dark"] = true };
        await using var metadata = await StubCatalogue.StartAsync();
        metadata.With("PUT /api/v1/videos/availability", """{"checked":3,"changed":2,"unknown":0,"braked":[]}""");
        foreach (var (id, item) in new[] { (1, "nosferatu"), (2, "dark"), (3, "unknown") })
        {
            metadata.Films[id] = StubFilm.Of(id, item, null);
            metadata.Films[id]["videos"] = new JsonArray(StubFilm.Video(id, "archive", $"https://archive.org/details/{item}"));
        }

        using var fetching = LoopbackFetching.Create();
        var source = new ArchiveSource(
            ArchiveSource.Defaults with { BaseUrl = archive.Host.BaseUrl, DelayMilliseconds = 0 }, fetching, TimeProvider.System);
        using var cli = new CommandLine(source, metadata.Host.BaseUrl);

        await cli.RunAsync("links", "check");

        Assert.Equal(
            "nosferatu=ok dark=notFound unknown=notFound",
            string.Join(' ', Assert.Single(metadata.Writes).Body!.AsArray().Select(check => $"{check!["externalId"]}={check["result"]}")));
    }
}
