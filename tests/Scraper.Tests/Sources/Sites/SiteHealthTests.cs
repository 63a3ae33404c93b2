using Hosts;
using Scraper.Sources;

namespace Scraper.Tests.Sources.Sites;

public sealed class SiteHealthTests
{
    [Theory]
    [InlineData("maxUnknownKindShare", 1, "7 of 7 records are of a kind that the site does not say")]
    [InlineData("maxChangeShare", 2, "7 of 7 records have changed since they were read")]
    public async Task Shares_that_a_definition_does_not_allow_end_the_run(string key, int walks, string told)
    {
        await using var stub = await StubSite.StartPlainAsync();
        using var files = new SiteFiles("plain");
        stub.PageSize = 7;
        files.Change("plain", root => root["health"]![key] = 0.5);
        Walk walk = null!;
        for (var read = 0; read < walks; read++)
        {
            walk = await Walk.ThroughAsync(files.Source("plain", stub), "list");
            for (var film = 0; film < stub.Films.Count; film++)
            {
                stub.Films[film] = stub.Films[film] with { Title = $"Другое {film}" };
            }
        }

        Assert.Equal(SourceFailure.Contract, walk.Failure?.Failure);
        Assert.Contains(told, walk.Failure!.Message, StringComparison.Ordinal);
    }
}
