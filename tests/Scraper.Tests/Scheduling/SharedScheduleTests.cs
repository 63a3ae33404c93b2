using System.Net.Http.Json;
using Hosts;
using Metadata.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Scraper.Journal;
using Scraper.Scheduling;
using Scraper.Sources;
using Scraper.Tests.Collecting;
using Scraper.Tests.Publishing;

namespace Scraper.Tests.Scheduling;

/// <summary>Services that share a journal in PostgreSQL, and Quartz's store there.</summary>
public sealed class SharedScheduleTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("scraper-shared-").FullName;
    private readonly string _database = PostgresServer.Shared.CreateDatabase();
    private readonly ScriptedSource _source = new ScriptedSource().With("list:a", ScriptedPage.Films(1, 3));

    [Fact]
    public async Task Of_two_services_one_runs_what_is_due()
    {
        await using var metadata = await StubMetadata.StartAsync();
        await using var one = await StartAsync(metadata.Url);
        await using var other = await StartAsync(metadata.Url);
        await Poll.UntilAsync(async () => (await RunsAsync(one)) is [{ Status: RunStatus.Done }]);

        await one.Services.GetRequiredService<RunOrders>().PlaceAsync("scripted", CancellationToken.None);
        await Poll.UntilAsync(async () => (await OrdersAsync(one)).Count == 0);

        Assert.Equal(2, (await RunsAsync(other)).Count);
        Assert.Equal(["list:a#1", "list:a#1"], _source.Fetched);
    }

    [Fact]
    public async Task A_pause_is_kept_through_a_restart_and_its_job_keeps_its_place_in_the_store()
    {
        await using var metadata = await StubMetadata.StartAsync();
        await using (var first = await StartAsync(metadata.Url, TimeProvider.System, "* * * * * ?"))
        {
            await Poll.UntilAsync(() => _source.Fetched.Count > 1);
            await first.Services.GetRequiredService<PausedJobs>().PauseAsync("scripted", CancellationToken.None);
            await first.StopAsync();
        }

        var before = (await RunsAsync(null)).Count;
        await using var second = await StartAsync(metadata.Url, TimeProvider.System, "* * * * * ?");
        await second.Services.GetRequiredService<RunOrders>().PlaceAsync("scripted", CancellationToken.None);
        await Poll.UntilAsync(async () => (await OrdersAsync(second)).Count == 0);

        Assert.Equal(before + 1, (await RunsAsync(second)).Count);
        Assert.Equal("scripted", string.Join(' ', await ReadAsync("SELECT trigger_name AS \"Value\" FROM qrtz_triggers WHERE trigger_type = 'CRON'")));
    }

    [Theory]
    [InlineData(-90)]
    [InlineData(90)]
    public async Task A_service_whose_clock_is_off_says_so_and_runs_nothing_until_it_is_right(int seconds)
    {
        await using var metadata = await StubMetadata.StartAsync();
        var clock = new ShiftedTimeProvider { Shift = TimeSpan.FromSeconds(seconds) };
        await using var app = await StartAsync(metadata.Url, clock);
        await app.Services.GetRequiredService<RunOrders>().PlaceAsync("scripted", CancellationToken.None);
        await Poll.UntilAsync(async () => (await ClockAsync(app)).Status == HealthState.Degraded);
        var health = await ClockAsync(app);
        await Assert.ThrowsAsync<ClockAstrayException>(
            () => app.Services.GetRequiredService<Leases>().TryTakeAsync("scripted", CancellationToken.None));
        Assert.Empty(_source.Fetched);

        clock.Shift = TimeSpan.Zero;
        await Poll.UntilAsync(() => _source.Fetched.Count > 0);

        Assert.Contains($"90.0 s {(seconds > 0 ? "ahead of" : "behind")} the database's", health.Detail, StringComparison.Ordinal);
        Assert.Equal(HealthState.Healthy, (await ClockAsync(app)).Status);
        await Poll.UntilAsync(async () => (await OrdersAsync(app)).Count == 0);
        clock.Shift = TimeSpan.FromSeconds(-seconds);
        await Poll.UntilAsync(async () => (await ClockAsync(app)).Status == HealthState.Degraded);
    }

    [Theory]
    [InlineData("ACQUIRED")]
    [InlineData("BLOCKED")]
    [InlineData("ERROR")]
    public async Task A_trigger_stuck_without_a_living_owner_is_freed_after_two_check_ins(string state)
    {
        await using var metadata = await StubMetadata.StartAsync();
        await using (var app = await StartAsync(metadata.Url))
        {
            await Poll.UntilAsync(async () => (await RunsAsync(app)) is [{ Status: RunStatus.Done }]);
            await app.StopAsync();
        }

        await using var parts = await PartsAsync();
        await using var db = parts.OpenJournal();
        await db.Database.ExecuteSqlAsync($"UPDATE qrtz_triggers SET trigger_state = {state} WHERE trigger_name = 'scripted'");
        var clock = new ManualTimeProvider(ScraperParts.Start);
        var triggers = new StuckTriggers(clock, NullLogger<StuckTriggers>.Instance);
        await triggers.RepairAsync(db, CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(4));
        await triggers.RepairAsync(db, CancellationToken.None);
        var tooEarly = await StatesAsync();
        clock.Advance(TimeSpan.FromSeconds(1));

        await triggers.RepairAsync(db, CancellationToken.None);

        Assert.Equal((state, "WAITING"), (tooEarly, await StatesAsync()));
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private Task<RunningScraper> StartAsync(Uri metadata, TimeProvider? clock = null, string cron = "0 0 3 * * ?")
    {
        return RunningScraper.StartAsync(builder =>
        {
            ScraperParts.Adjust(
                builder, _source, metadata, _directory,
                new(StringComparer.Ordinal) { ["ConnectionStrings:Scraper"] = _database, ["Enrichment:Enabled"] = "false" },
                new SourceOptions { Targets = ["list:a"], Cron = cron });
            builder.Services.AddSingleton(clock ?? TimeProvider.System);
        });
    }

    private Task<ScraperParts> PartsAsync() => ScraperParts.CreateAsync(
        _source, settings: new(StringComparer.Ordinal) { ["ConnectionStrings:Scraper"] = _database });

    private async Task<IReadOnlyList<Run>> RunsAsync(RunningScraper? app)
    {
        await using var parts = app is null ? await PartsAsync() : null;
        var history = parts?.Get<RunHistory>() ?? app!.Services.GetRequiredService<RunHistory>();
        return await history.ListAsync("scripted", 1000, CancellationToken.None);
    }

    private static Task<IReadOnlyList<RunOrder>> OrdersAsync(RunningScraper app) =>
        app.Services.GetRequiredService<RunOrders>().ListAsync(CancellationToken.None);

    private async Task<string> StatesAsync() => string.Join(
        ' ', await ReadAsync("SELECT trigger_state AS \"Value\" FROM qrtz_triggers WHERE trigger_name = 'scripted'"));

    private async Task<List<string>> ReadAsync(string sql)
    {
        await using var parts = await PartsAsync();
        await using var db = parts.OpenJournal();
        return await db.Database.SqlQueryRaw<string>(sql).ToListAsync();
    }

    private static async Task<CheckHealth> ClockAsync(RunningScraper app)
    {
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        return (await http.GetFromJsonAsync("health/ready", MetadataJson.Default.ServiceHealth))!.Checks["clock"];
    }

    private sealed class ShiftedTimeProvider : TimeProvider
    {
        public TimeSpan Shift { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
    }
}
