using Hosts;
using Microsoft.EntityFrameworkCore;
using Scraper.Journal;
using Scraper.Recording;
using Scraper.Tests.Collecting;

namespace Scraper.Tests.Recording;

public sealed class RecordingLimitsTests
{
    private static readonly Dictionary<string, string?> OneMegabyte = new(StringComparer.Ordinal)
    {
        ["Recording:MaxMegabytes"] = "1",
        ["Recording:MaxAge"] = "10.00:00:00",
    };

    [Fact]
    public async Task The_oldest_go_until_the_rest_fits_and_their_addresses_with_them()
    {
        await using var parts = await ScraperParts.CreateAsync(new ScriptedSource(), clock: Clock(), settings: OneMegabyte);
        await AddAsync(parts, RunStatus.Done, kilobytes: 600);
        await AddAsync(parts, RunStatus.Done, kilobytes: 600);
        await AddAsync(parts, RunStatus.Done, kilobytes: 300);

        await parts.Get<RecordingLimits>().ApplyAsync(CancellationToken.None);

        Assert.Equal([2, 3], parts.Get<RecordingFolder>().List().Select(file => file.RunId));
        await using var db = parts.OpenJournal();
        Assert.Equal(["key-2", "key-3"], await db.FetchedUrls.OrderBy(url => url.Key).Select(url => url.Key).ToListAsync());
    }

    [Theory]
    [InlineData(nameof(RunStatus.Running))]
    [InlineData(nameof(RunStatus.Stopped))]
    public async Task An_open_run_keeps_its_own(string status)
    {
        await using var parts = await ScraperParts.CreateAsync(new ScriptedSource(), clock: Clock(), settings: OneMegabyte);
        await AddAsync(parts, Enum.Parse<RunStatus>(status), kilobytes: 900);
        await AddAsync(parts, RunStatus.Done, kilobytes: 900);
        await AddAsync(parts, RunStatus.Done, kilobytes: 100);

        await parts.Get<RecordingLimits>().ApplyAsync(CancellationToken.None);

        Assert.Equal([1, 3], parts.Get<RecordingFolder>().List().Select(file => file.RunId));
    }

    [Fact]
    public async Task What_is_too_old_goes_though_there_is_room()
    {
        await using var parts = await ScraperParts.CreateAsync(new ScriptedSource(), clock: Clock(), settings: OneMegabyte);
        await AddAsync(parts, RunStatus.Done, kilobytes: 1, age: TimeSpan.FromDays(11));
        await AddAsync(parts, RunStatus.Done, kilobytes: 1, age: TimeSpan.FromDays(9));

        await parts.Get<RecordingLimits>().ApplyAsync(CancellationToken.None);

        Assert.Equal([2], parts.Get<RecordingFolder>().List().Select(file => file.RunId));
    }

    private static ManualTimeProvider Clock() => new(ScraperParts.Start);

    private static async Task AddAsync(ScraperParts parts, RunStatus status, int kilobytes, TimeSpan age = default)
    {
        await using var db = parts.OpenJournal();
        var run = new Run { Source = "scripted", Targets = ["list:a"], StartedAt = ScraperParts.Start, Status = status };
        db.Runs.Add(run);
        await db.SaveChangesAsync();
        var folder = parts.Get<RecordingFolder>();
        string name;
        using (var writer = folder.Create(new RecordingHead(1, "scripted", ["list:a"], run.StartedAt, run.Id, "")))
        {
            name = writer.Name;
        }

        using (var file = System.IO.File.OpenWrite(folder.PathOf(name)))
        {
            file.SetLength(kilobytes * 1024);
        }

        System.IO.File.SetLastWriteTimeUtc(folder.PathOf(name), (ScraperParts.Start - age).UtcDateTime);
        db.FetchedUrls.Add(new FetchedUrl { Source = "scripted", Key = $"key-{run.Id}", File = name, Offset = 0 });
        await db.SaveChangesAsync();
    }
}
