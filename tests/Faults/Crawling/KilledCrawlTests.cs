using Faults.Rig;
using Hosts;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace Faults.Crawling;

/// <summary>E2: a crawl killed with kill -9 at any point goes on, loses and doubles nothing, and fetches hardly anything
/// twice.</summary>
public sealed class KilledCrawlTests(ITestOutputHelper output) : IDisposable
{
    private const int Points = 10;

    // Reading ten thousand items again takes longer than a kill.
    private const int ReplayEvery = 5;
    private const int Items = 10_000;
    private const int PageSize = 20;
    private const int Pages = Items / PageSize;
    private const int MostTwice = Pages / 50;

    // Nobody takes the films: the outbox is what would be sent, in the order found.
    private static readonly Dictionary<string, string> MetadataAway = new(StringComparer.Ordinal)
    {
        ["Metadata__BaseUrl"] = "http://127.0.0.1:9",
        ["Collecting__OutboxBound"] = "1000000",
        ["Publishing__Patience"] = "00:00:00",
    };

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("onlinecinema-crawl-");

    [Fact]
    public async Task A_crawl_killed_at_any_page_ends_like_one_that_was_not()
    {
        await using var rutube = await StartAsync(Items);
        var whole = await CrawlAsync(rutube, "whole");
        Assert.Equal(Items, whole.Seen);
        var points = Rounds.Of(Points);
        var (most, least) = (0, Items);
        for (var point = 0; point < points; point++)
        {
            var killedAt = 1 + (point * Pages / points);
            var before = Listed(rutube);
            var name = $"killed-{killedAt}";
            await KillAsync(rutube, name, before + killedAt);

            var resumed = await CrawlAsync(rutube, name);

            var twice = Listed(rutube) - before - Pages;
            most = Math.Max(most, twice);
            Assert.True(twice <= MostTwice, $"Killed at page {killedAt}: {twice} of {Pages} pages were fetched twice.");
            Assert.Equal(whole.Seen, resumed.Seen);
            Assert.Equal(whole.Outbox, resumed.Outbox);
            if (point % ReplayEvery == 0)
            {
                least = Math.Min(least, await ReplayedAsync(rutube, name));
            }

            _directory.GetDirectories(name).Single().Delete(recursive: true);
        }

        output.WriteLine(
            $"{points} kills; at most {most} of {Pages} pages fetched twice; at least {least} of {Items} items in the recordings");
        // What the dying process had not written yet is all that they may lack.
        Assert.True(least >= Items - (MostTwice * PageSize), $"Only {least} of {Items} items could be read from the recordings.");
    }

    /// <summary>How many items the recordings of a crawl hold that was killed and went on.</summary>
    private async Task<int> ReplayedAsync(StubRutube rutube, string name)
    {
        var before = rutube.Host.Requests.Count;
        using var replay = ScraperProcess.Replay(rutube.Host.BaseUrl, DirectoryOf(name), MetadataAway);
        var report = await replay.ReportAsync();
        Assert.Equal(before, rutube.Host.Requests.Count);
        return report.GetProperty("seen").GetInt32();
    }

    [Fact]
    public async Task A_crawl_killed_again_and_again_fills_the_catalogue_with_every_film_once()
    {
        const int Some = 1_000;
        const int Kills = 5;
        await using var rutube = await StartAsync(Some);
        await using var metadata = new Installation();
        await metadata.StartAsync();
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Metadata__BaseUrl"] = metadata.Address.ToString(),
            ["Metadata__ApiKey"] = metadata.Settings["Metadata__ApiKey"],
        };
        for (var kill = 1; kill <= Kills; kill++)
        {
            var until = Listed(rutube) + (Some / PageSize / (Kills + 1));
            using var crawl = ScraperProcess.Scrape(rutube.Host.BaseUrl, DirectoryOf("journal"), settings);
            await MeetAsync(rutube, crawl, until);
            await crawl.KillAsync();
        }

        using var last = ScraperProcess.Scrape(rutube.Host.BaseUrl, DirectoryOf("journal"), settings);
        var report = await last.ReportAsync();

        Assert.Equal("done", report.GetProperty("status").GetString());
        Assert.Equal(
            Enumerable.Range(1, Some).Select(number => $"https://rutube.ru/video/{StubVideo.IdOf(number)}/").Order(StringComparer.Ordinal),
            (await metadata.Api.UploadsAsync()).Order(StringComparer.Ordinal));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _directory.Delete(recursive: true);
    }

    private static async Task<StubRutube> StartAsync(int items)
    {
        var rutube = await StubRutube.StartAsync(Enumerable.Range(1, items).Select(number => new StubVideo(
            number, $"Картина {number} (1957) фильм", 5400 + number, new DateTime(2024, 4, 13).AddMinutes(-number))));
        rutube.PageSize = PageSize;
        return rutube;
    }

    /// <summary>How often a page of the listing was asked for.</summary>
    private static int Listed(StubRutube rutube) =>
        rutube.Host.Requests.Count(request => request.PathAndQuery.StartsWith("/api/search/", StringComparison.Ordinal));

    private static async Task MeetAsync(StubRutube rutube, ScraperProcess crawl, int requests)
    {
        while (Listed(rutube) < requests && !crawl.HasExited)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2));
        }
    }

    private async Task KillAsync(StubRutube rutube, string name, int at)
    {
        using var crawl = ScraperProcess.Scrape(rutube.Host.BaseUrl, DirectoryOf(name), MetadataAway);
        await MeetAsync(rutube, crawl, at);
        Assert.False(crawl.HasExited, $"The crawl ended before request {at}.");
        await crawl.KillAsync();
    }

    private async Task<Crawled> CrawlAsync(StubRutube rutube, string name)
    {
        using var crawl = ScraperProcess.Scrape(rutube.Host.BaseUrl, DirectoryOf(name), MetadataAway);
        var report = await crawl.ReportAsync();
        return new Crawled(report.GetProperty("seen").GetInt32(), ReadOutbox(DirectoryOf(name)));
    }

    private string DirectoryOf(string name) => _directory.CreateSubdirectory(name).FullName;

    private static string ReadOutbox(string directory)
    {
        SQLitePCL.Batteries_V2.Init();
        using var journal = new SqliteConnection($"Data Source={Path.Combine(directory, "scraper.db")};Pooling=False");
        journal.Open();
        using var command = journal.CreateCommand();
        command.CommandText = "SELECT group_concat(Payload, char(10)) FROM (SELECT Payload FROM Outbox ORDER BY Id)";
        return (string)command.ExecuteScalar()!;
    }

    private sealed record Crawled(int Seen, string Outbox);
}
