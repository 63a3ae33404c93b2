using System.Net.Http.Json;
using Hosts;
using Metadata.Client;
using Microsoft.Extensions.DependencyInjection;
using Scraper.Journal;
using Scraper.Sources;
using Scraper.Sources.Files;
using Scraper.Tests.Collecting;
using Scraper.Tests.Publishing;

namespace Scraper.Tests.Operations;

public sealed class ScraperServiceTests : IDisposable
{
    private const string Starter = "source\texternalId\tsourceUrl\ttitle\tyear\narchive\tstarter-1\thttps://archive.org/details/starter-1\tНосферату\t1922\n";

    private readonly string _directory = Directory.CreateTempSubdirectory("scraper-serve-").FullName;

    private string StarterPath => Path.Combine(_directory, "starter.tsv");

    private static ScriptedSource OnePage() => new ScriptedSource().With("list:a", ScriptedPage.Films(1, 3));

    [Fact]
    public async Task The_first_start_brings_the_starter_catalogue_and_then_every_enabled_source_once()
    {
        await using var metadata = await StubMetadata.StartAsync();
        await File.WriteAllTextAsync(StarterPath, Starter);
        await using var app = await StartAsync(OnePage(), metadata.Url);

        await Poll.UntilAsync(() => metadata.Stored.Count == 4);

        Assert.Equal("archive/starter-1", metadata.Order.First());
    }

    [Fact]
    public async Task The_second_start_reads_nothing_again_before_its_time()
    {
        await using var metadata = await StubMetadata.StartAsync();
        await File.WriteAllTextAsync(StarterPath, Starter);
        var source = OnePage();
        await using (var first = await StartAsync(source, metadata.Url))
        {
            await Poll.UntilAsync(() => metadata.Stored.Count == 4);
            await Poll.UntilAsync(async () => (await RunsAsync(first)).All(run => run.Status == RunStatus.Done));
            await first.StopAsync();
        }

        await using var second = await StartAsync(source, metadata.Url);
        await OrderAsync(second);
        await Poll.UntilAsync(() => source.Fetched.Count == 2);
        await Poll.UntilAsync(async () => (await RunsAsync(second)).All(run => run.Status == RunStatus.Done));

        var runs = await RunsAsync(second);
        Assert.Equal("scripted scripted starter", string.Join(' ', runs.Select(run => run.Source).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_starter_catalogue_that_has_changed_is_read_again()
    {
        await using var metadata = await StubMetadata.StartAsync();
        await File.WriteAllTextAsync(StarterPath, Starter);
        await using (var first = await StartAsync(OnePage(), metadata.Url))
        {
            await Poll.UntilAsync(() => metadata.Stored.Count == 4);
            await Poll.UntilAsync(async () => (await RunsAsync(first)).All(run => run.Status == RunStatus.Done));
            await first.StopAsync();
        }

        await File.WriteAllTextAsync(StarterPath, Starter + Starter.Split('\n')[1].Replace("starter-1", "starter-2", StringComparison.Ordinal) + "\n");
        await using var second = await StartAsync(OnePage(), metadata.Url);

        await Poll.UntilAsync(() => metadata.Stored.ContainsKey("archive/starter-2"));
    }

    [Fact]
    public async Task A_disabled_source_is_never_run()
    {
        await using var metadata = await StubMetadata.StartAsync();
        await File.WriteAllTextAsync(StarterPath, Starter);
        var source = OnePage();
        await using var app = await StartAsync(source, metadata.Url, new SourceOptions { Enabled = false, Targets = ["list:a"] });
        await OrderAsync(app);

        await Poll.UntilAsync(async () => (await app.Services.GetRequiredService<RunOrders>().ListAsync(CancellationToken.None)).Count == 0);

        Assert.Empty(source.Fetched);
    }

    [Fact]
    public async Task An_unreachable_source_does_not_keep_the_service_from_being_ready()
    {
        await using var metadata = await StubMetadata.StartAsync();
        var source = new ScriptedSource().With(
            "list:a", ScriptedPage.Broken(new SourceException(SourceFailure.Unavailable, "no answer")));
        await using var app = await StartAsync(source, metadata.Url);
        await Poll.UntilAsync(async () => (await RunsAsync(app)) is [{ Status: RunStatus.Failed }]);

        var health = await ReadyAsync(app);

        Assert.Equal((HealthState.Healthy, "scraper"), (health.Status, health.Service));
        Assert.Contains("scripted failed", health.Checks["runs"].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_failed_is_tried_again_when_its_rung_has_passed()
    {
        await using var metadata = await StubMetadata.StartAsync();
        var clock = new ManualTimeProvider(ScraperParts.Start);
        var source = new ScriptedSource().With(
            "list:a", ScriptedPage.Broken(new SourceException(SourceFailure.Unavailable, "no answer")));
        await using var app = await StartAsync(source, metadata.Url, clock: clock);
        var standings = app.Services.GetRequiredService<SourceStandings>();
        await Poll.UntilAsync(async () => (await standings.FindAsync("scripted", CancellationToken.None)).Step == 1);
        var failing = await ReadyAsync(app);
        source.With("list:a", ScriptedPage.Films(1, 3));

        clock.Advance(TimeSpan.FromMinutes(2));
        await Poll.UntilAsync(async () => (await standings.FindAsync("scripted", CancellationToken.None)).Step == 0);
        await app.StopAsync();

        Assert.Equal(HealthState.Healthy, failing.Checks["sources"].Status);
        Assert.Contains("scripted failing since", failing.Checks["sources"].Detail, StringComparison.Ordinal);
        Assert.Equal(2, source.Fetched.Count);
    }

    [Fact]
    public async Task Without_Metadata_the_service_is_degraded_and_says_why()
    {
        await using var app = await StartAsync(OnePage(), new Uri("http://127.0.0.1:9"));

        var health = await ReadyAsync(app);

        Assert.Equal(
            (HealthState.Degraded, HealthState.Degraded, HealthState.Healthy),
            (health.Status, health.Checks["metadata"].Status, health.Checks["journal"].Status));
    }

    [Fact]
    public async Task A_stop_in_the_middle_of_a_run_leaves_it_to_the_next_start()
    {
        await using var metadata = await StubMetadata.StartAsync();
        var source = new ScriptedSource().With("list:a", ScriptedPage.Films(1, 3), ScriptedPage.Films(4, 3));
        var secondPage = new TaskCompletionSource();
        using var goOn = new ManualResetEventSlim();
        source.BeforePage = page => Hold(page, secondPage, goOn);
        await using (var first = await StartAsync(source, metadata.Url))
        {
            await secondPage.Task;
            var stopping = first.StopAsync();
            goOn.Set();
            await stopping;
        }

        source.BeforePage = _ => { };
        await using var second = await StartAsync(source, metadata.Url);
        await Poll.UntilAsync(() => metadata.Stored.Count == 6);
        await Poll.UntilAsync(async () => (await RunsAsync(second)) is [{ Status: RunStatus.Done }]);
        await second.StopAsync();

        Assert.Equal(["list:a#1", "list:a#2"], source.Fetched);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }

    private static void Hold(string page, TaskCompletionSource reached, ManualResetEventSlim goOn)
    {
        if (page == "list:a#2")
        {
            reached.SetResult();
            goOn.Wait();
        }
    }

    private Task<RunningScraper> StartAsync(
        ScriptedSource source, Uri metadata, SourceOptions? options = null, TimeProvider? clock = null)
    {
        return RunningScraper.StartAsync(builder =>
        {
            ScraperParts.Adjust(
                builder, source, metadata, _directory, new(StringComparer.Ordinal) { ["Starter:Path"] = StarterPath },
                options ?? new SourceOptions { Targets = ["list:a"] }, new FileSource(FileSource.Defaults, TimeProvider.System));
            builder.Services.AddSingleton(clock ?? TimeProvider.System);
        });
    }

    private static Task OrderAsync(RunningScraper app) =>
        app.Services.GetRequiredService<RunOrders>().PlaceAsync("scripted", CancellationToken.None);

    private static Task<IReadOnlyList<Run>> RunsAsync(RunningScraper app) =>
        app.Services.GetRequiredService<RunHistory>().ListAsync(source: null, 10, CancellationToken.None);

    private static async Task<ServiceHealth> ReadyAsync(RunningScraper app)
    {
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        return (await http.GetFromJsonAsync("health/ready", MetadataJson.Default.ServiceHealth))!;
    }
}
