using Scraper.Sources;
using Scraper.Tests.Collecting;

namespace Scraper.Tests.Editing.Reviews;

/// <summary>Uploads that the classifier leaves to an editor.</summary>
internal static class UploadsInDoubt
{
    /// <summary>A title that may be a film as well as anything else, with a length that does not tell.</summary>
    public static RawVideo Of(int number, string title) => ScriptedPage.Film(number) with
    {
        Title = title,
        Duration = TimeSpan.FromMinutes(42),
        Stated = new StatedFacts(),
    };

    /// <summary>A command line whose journal holds these uploads for review.</summary>
    public static async Task<CommandLine> CollectAsync(StubCatalogue metadata, params RawVideo[] videos)
    {
        var source = new ScriptedSource().With("list:a", ScriptedPage.Of(videos));
        var cli = new CommandLine(source, metadata.Host.BaseUrl);
        var scraped = await cli.RunAsync("scrape", "scripted", "--target", "list:a", "--json");
        Assert.Equal(videos.Length, scraped.Json().GetProperty("review").GetInt32());
        return cli;
    }
}
