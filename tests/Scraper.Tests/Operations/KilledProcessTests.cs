using System.Globalization;
using System.Text;
using System.Text.Json;
using Scraper.Tests.Publishing;

namespace Scraper.Tests.Operations;

public sealed class KilledProcessTests : IDisposable
{
    private const int Rows = 2000;

    private readonly string _directory = Directory.CreateTempSubdirectory("scraper-kill-").FullName;

    [Fact]
    public async Task Killed_again_and_again_a_scrape_still_brings_every_film_once()
    {
        await WriteFilmsAsync();
        await using var metadata = await StubMetadata.StartAsync();
        metadata.Delay = TimeSpan.FromMilliseconds(30);
        for (var kills = 1; kills <= 5; kills++)
        {
            using var process = ScraperProcess.Start(_directory, metadata.Url, "scrape", "file", "--target", "films.tsv");
            var until = kills * 4;
            await Poll.UntilAsync(() => metadata.Requests >= until || process.HasExited);
            await process.KillAsync();
        }

        using var last = ScraperProcess.Start(_directory, metadata.Url, "scrape", "file", "--target", "films.tsv", "--json");
        var (code, output, error) = await last.EndAsync();

        Assert.True(code == 0, $"{output}\n{error}");
        Assert.Equal(
            Enumerable.Range(1, Rows).Select(row => $"file-test/film-{row}").Order(StringComparer.Ordinal),
            metadata.Stored.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Empty(metadata.ChangedBodies);
        // A kill after the last page leaves a run that was read to its end, so the next scrape reads anew.
        var runs = await CountRunsAsync(metadata.Url);
        Assert.DoesNotContain(metadata.Stored.Values, times => times > runs);
    }

    [Fact]
    public async Task A_stopped_scrape_says_so_and_the_next_one_ends_it()
    {
        await WriteFilmsAsync();
        await using var metadata = await StubMetadata.StartAsync();
        metadata.Delay = TimeSpan.FromSeconds(2);
        using var first = ScraperProcess.Start(_directory, metadata.Url, "scrape", "file", "--target", "films.tsv", "--json");
        await Poll.UntilAsync(() => metadata.Requests >= 1);
        var stopped = await first.StopAsync();
        metadata.Delay = TimeSpan.Zero;

        using var second = ScraperProcess.Start(_directory, metadata.Url, "scrape", "file", "--target", "films.tsv", "--json");
        var (code, _, error) = await second.EndAsync();

        Assert.Equal((3, 0), (stopped, code));
        Assert.Equal("", error);
        Assert.Equal(Rows, metadata.Stored.Count);
    }

    private async Task<int> CountRunsAsync(Uri metadata)
    {
        using var list = ScraperProcess.Start(_directory, metadata, "runs", "list", "--json");
        var (_, output, _) = await list.EndAsync();
        return JsonDocument.Parse(output).RootElement.GetProperty("runs").GetArrayLength();
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private Task WriteFilmsAsync()
    {
        var text = new StringBuilder("source\texternalId\tsourceUrl\ttitle\tyear\tdurationSeconds\n");
        for (var row = 1; row <= Rows; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"file-test\tfilm-{row}\thttps://films.example/{row}\tКартина {row}\t1957\t5400\n");
        }

        return File.WriteAllTextAsync(Path.Combine(_directory, "films.tsv"), text.ToString());
    }
}
