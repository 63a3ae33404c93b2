using Hosts;
using Microsoft.Extensions.Logging.Abstractions;
using Scraper.Fetching;
using Scraper.Fetching.Pacing;
using Scraper.Fetching.Robots;
using Scraper.Journal;
using Scraper.Sources;
using Scraper.Tests.Collecting;

namespace Scraper.Tests.Fetching.Pacing;

/// <summary>Two Scrapers on one journal meet at a host, on either database.</summary>
public sealed class SharedHostTests
{
    private static readonly Uri Page = new("https://rutube.ru/api/search/video/?query=1&page=1");
    private static readonly FetchScope Scope = new(new Uri("https://rutube.ru"), TimeSpan.FromSeconds(1));

    private readonly ManualTimeProvider _clock = new(ScraperParts.Start);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Requests_of_two_processes_start_no_closer_than_the_delay(bool onPostgres)
    {
        await using var journal = await JournalAsync(onPostgres);
        var host = new ScriptedHost(_clock, ScriptedHost.Ok);
        using var one = Factory(journal, host);
        using var other = Factory(journal, host);

        for (var turn = 0; turn < 5; turn++)
        {
            await FetchAsync(one, Scope);
            await FetchAsync(other, Scope);
        }

        Assert.Equal(10, host.Asked.Count);
        Assert.All(Gaps(host), gap => Assert.True(gap >= Scope.Delay, $"{gap} is closer than the delay."));
    }

    [Fact]
    public async Task Two_processes_ask_for_robots_txt_once()
    {
        await using var journal = await JournalAsync(onPostgres: false);
        var host = new ScriptedHost(_clock, ScriptedHost.Ok)
        {
            Robots = () => ScriptedHost.Text("User-agent: *\nDisallow: /private/"),
        };
        using var one = Factory(journal, host);
        using var other = Factory(journal, host);

        await FetchAsync(one, Scope);
        await FetchAsync(other, Scope);
        var forbidden = await Assert.ThrowsAsync<SourceException>(() => VirtualTime.RunAsync(_clock, () => other
            .Create(Scope, new FetchMeter()).GetBytesAsync(new Uri("https://rutube.ru/private/"), CancellationToken.None)));

        Assert.Single(host.RobotsAsked);
        Assert.Equal(SourceFailure.Disallowed, forbidden.Failure);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(0)]
    public async Task What_a_host_asked_of_one_holds_for_the_other(int delayMilliseconds)
    {
        await using var journal = await JournalAsync(onPostgres: false);
        var scope = Scope with { Delay = TimeSpan.FromMilliseconds(delayMilliseconds) };
        var host = new ScriptedHost(_clock, ScriptedHost.Ok, () => ScriptedHost.TooMany("600"), ScriptedHost.Ok);
        using var one = Factory(journal, host);
        using var other = Factory(journal, host);
        await FetchAsync(one, scope);
        await Assert.ThrowsAsync<SourceException>(() => FetchAsync(one, scope));

        var failure = await Assert.ThrowsAsync<SourceException>(() => FetchAsync(other, scope));

        Assert.Equal(SourceFailure.RateLimited, failure.Failure);
        Assert.InRange(failure.RetryAfter!.Value, TimeSpan.FromSeconds(590), TimeSpan.FromSeconds(600));
        Assert.Equal(2, host.Asked.Count);
    }

    [Fact]
    public async Task A_host_that_is_not_paced_and_answers_is_not_written_down()
    {
        await using var journal = await JournalAsync(onPostgres: false);
        var host = new ScriptedHost(_clock, ScriptedHost.Ok);
        using var factory = Factory(journal, host);

        for (var turn = 0; turn < 50; turn++)
        {
            await FetchAsync(factory, Scope with { Delay = TimeSpan.Zero });
        }

        Assert.Null(await Paces(journal).FindAsync("rutube.ru", CancellationToken.None));
    }

    [Fact]
    public async Task Without_a_journal_nothing_is_made()
    {
        var nowhere = Directory.CreateTempSubdirectory("scraper-none-");
        await using var absent = await ScraperParts.CreateAsync(new ScriptedSource(), directory: nowhere.FullName, clock: _clock);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Delete(Path.Combine(nowhere.FullName, "scraper.db"));
        var host = new ScriptedHost(_clock, ScriptedHost.Ok);
        using var factory = new PoliteHttpFactory(
            host, _clock, new Random(1), NullLoggerFactory.Instance,
            new SharedPaces(absent.Get<JournalStore>(), Fresh(absent), _clock), new RobotsCopies(absent.Get<JournalStore>(), Fresh(absent)));

        await FetchAsync(factory, Scope);

        Assert.False(File.Exists(Path.Combine(nowhere.FullName, "scraper.db")));
        nowhere.Delete(recursive: true);
    }

    private Task<ScraperParts> JournalAsync(bool onPostgres) => ScraperParts.CreateAsync(
        new ScriptedSource(), clock: _clock,
        settings: onPostgres
            ? new(StringComparer.Ordinal) { ["ConnectionStrings:Scraper"] = PostgresServer.Shared.CreateDatabase() } : null);

    private PoliteHttpFactory Factory(ScraperParts journal, ScriptedHost host) => new(
        host, _clock, new Random(1), NullLoggerFactory.Instance, Paces(journal),
        new RobotsCopies(journal.Get<JournalStore>(), journal.Get<JournalMigrator>()));

    private SharedPaces Paces(ScraperParts journal) =>
        new(journal.Get<JournalStore>(), journal.Get<JournalMigrator>(), _clock);

    private JournalMigrator Fresh(ScraperParts journal) =>
        new(journal.Get<JournalStore>(), _clock, NullLogger<JournalMigrator>.Instance);

    // PostgreSQL answers on threads of its own, so the clock waits for the task.
    private async Task FetchAsync(PoliteHttpFactory factory, FetchScope scope)
    {
        var fetching = Task.Run(() => factory.Create(scope, new FetchMeter()).GetBytesAsync(Page, CancellationToken.None));
        while (!fetching.IsCompleted)
        {
            await Task.WhenAny(fetching, Task.Delay(5));
            if (_clock.WaitingTimers > 0)
            {
                _clock.Advance(TimeSpan.FromMilliseconds(50));
            }
        }

        await fetching;
    }

    private static List<TimeSpan> Gaps(ScriptedHost host) =>
        [.. host.Asked.Zip(host.Asked.Skip(1), (before, after) => after.At - before.At)];
}
