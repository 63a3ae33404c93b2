using Hosts;
using Microsoft.Extensions.DependencyInjection;
using Scraper.Sources;
using Scraper.Tests.Collecting;

namespace Scraper.Tests.Enriching;

public sealed class EnrichScheduleTests : IAsyncLifetime
{
    private const string EverySecond = "* * * * * ?";

    private readonly string _directory = Directory.CreateTempSubdirectory("scraper-enrich-").FullName;
    private StubFacts _metadata = null!;
    private StubWikidata _wikidata = null!;

    public async Task InitializeAsync()
    {
        _metadata = await StubFacts.StartAsync(Sought.Film(7, "Сталкер", 1980));
        _wikidata = await StubWikidata.StartAsync();
        _wikidata.AddFilm("Q1", "Сталкер", "Stalker", 1979, 163);
    }

    public async Task DisposeAsync()
    {
        await _metadata.DisposeAsync();
        await _wikidata.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task The_service_looks_films_up_by_itself_when_their_time_comes()
    {
        await using var app = await StartAsync(("Enrichment:Cron", EverySecond));

        await Poll.UntilAsync(() => _metadata.Lookups.Count > 0);

        Assert.Equal((7, "Q1"), (_metadata.Lookups[0].MovieId, _metadata.Lookups[0].Facts?.ExternalIds?.Wikidata));
    }

    [Fact]
    public async Task A_failure_of_Metadata_costs_one_time_and_not_the_service()
    {
        _metadata.Host.Fail(Fault.Status(503), times: 1, where: "facts/sought");
        await using var app = await StartAsync(("Enrichment:Cron", EverySecond));

        await Poll.UntilAsync(() => _metadata.Lookups.Count > 0);

        Assert.True(_metadata.Host.Requests.Count(request => request.PathAndQuery.Contains("sought", StringComparison.Ordinal)) > 1);
    }

    [Fact]
    public async Task Switched_off_it_has_no_times()
    {
        await using var app = await StartAsync(("Enrichment:Cron", EverySecond), ("Enrichment:Enabled", "false"));

        var scheduler = await app.Services.GetRequiredService<Quartz.ISchedulerFactory>().GetScheduler(CancellationToken.None);

        Assert.Null(await scheduler.GetJobDetail(new Quartz.JobKey("enrichment"), CancellationToken.None));
    }

    private Task<RunningScraper> StartAsync(params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Network:AllowPrivateAddresses"] = "true",
            ["Enrichment:Wikidata:BaseUrl"] = $"{_wikidata.Host.BaseUrl}",
            ["Enrichment:Wikidata:DelayMilliseconds"] = "0",
        };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        return RunningScraper.StartAsync(builder =>
        {
            ScraperParts.Adjust(
                builder, new ScriptedSource(), _metadata.Host.BaseUrl, _directory, all, new SourceOptions { Enabled = false });
        });
    }
}
