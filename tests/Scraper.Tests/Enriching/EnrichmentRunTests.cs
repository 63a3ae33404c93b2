using Hosts;
using Metadata.Client;
using Microsoft.EntityFrameworkCore;
using Scraper.Enriching;
using Scraper.Journal;
using Scraper.Tests.Collecting;

namespace Scraper.Tests.Enriching;

public sealed class EnrichmentRunTests : IAsyncLifetime
{
    private readonly ManualTimeProvider _clock = new(ScraperParts.Start);
    private StubFacts _metadata = null!;
    private StubWikidata _wikidata = null!;
    private StubKinopoisk _kinopoisk = null!;
    private ScraperParts _parts = null!;

    public async Task InitializeAsync()
    {
        _metadata = await StubFacts.StartAsync();
        _wikidata = await StubWikidata.StartAsync();
        _kinopoisk = await StubKinopoisk.StartAsync();
        _parts = await ScraperParts.CreateAsync(
            new ScriptedSource(), _metadata.Host.BaseUrl, clock: _clock, settings: new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Network:AllowPrivateAddresses"] = "true",
                ["Enrichment:Wikidata:BaseUrl"] = $"{_wikidata.Host.BaseUrl}",
                ["Enrichment:Wikidata:DelayMilliseconds"] = "0",
                ["Enrichment:Kinopoisk:BaseUrl"] = $"{_kinopoisk.Host.BaseUrl}",
                ["Enrichment:Kinopoisk:ApiKey"] = StubKinopoisk.Key,
                ["Enrichment:Kinopoisk:DelayMilliseconds"] = "0",
            });
    }

    public async Task DisposeAsync()
    {
        await _parts.DisposeAsync();
        await _metadata.DisposeAsync();
        await _wikidata.DisposeAsync();
        await _kinopoisk.DisposeAsync();
    }

    [Fact]
    public async Task Every_open_registry_is_asked_for_every_film_once()
    {
        AddFilms(120);

        var steps = await RunAsync(limit: 500);

        Assert.Equal("wikidata kinopoisk", string.Join(' ', steps.Select(step => step.Registry)));
        Assert.All(steps, step => Assert.Equal((120, 120, null), (step.Films.Count, step.Count(LookupOutcome.Found), step.Problem)));
        Assert.Equal(240, _metadata.Lookups.Count);
        Assert.All(await RunAsync(limit: 500), step => Assert.Empty(step.Films));
    }

    [Fact]
    public async Task A_limit_holds_at_each_registry()
    {
        AddFilms(60);

        var steps = await RunAsync(limit: 52);

        Assert.All(steps, step => Assert.Equal(52, step.Films.Count));
    }

    [Fact]
    public async Task What_was_answered_before_the_quota_ended_is_kept_and_the_registry_rests_until_tomorrow()
    {
        AddFilms(5);
        _kinopoisk.Quota = 7;

        var first = await RunAsync();
        var second = await RunAsync();
        var spent = _kinopoisk.Host.Requests.Count;
        _clock.Advance(TimeSpan.FromHours(12));
        _kinopoisk.Quota = 500;
        var tomorrow = await RunAsync();

        Assert.Equal((5, 3), (first[0].Films.Count, first[1].Films.Count));
        Assert.Contains("quota", first[1].Problem, StringComparison.Ordinal);
        Assert.StartsWith("left alone until 2026-05-02 00:00 UTC", second[1].Problem, StringComparison.Ordinal);
        Assert.Equal((8, 2, null), (spent, tomorrow[1].Films.Count, tomorrow[1].Problem));
        Assert.Equal(10, _metadata.Lookups.Count);
    }

    [Fact]
    public async Task A_registry_that_fails_keeps_no_other_waiting_and_rests_longer_each_time()
    {
        AddFilms(1);
        _wikidata.Host.Fail(Fault.Json("[]"));

        var rests = new List<TimeSpan>();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var steps = await RunAsync();
            Assert.NotNull(steps[0].Problem);
            Assert.Null(steps[1].Problem);
            rests.Add(await RestAsync("wikidata") - _clock.GetUtcNow());
            _clock.Advance(rests[^1]);
        }

        Assert.Equal([0.25, 1, 4, 24, 24], rests.Select(rest => rest.TotalHours));
        Assert.Single(_metadata.Lookups);
        _wikidata.Host.Recover();
        Assert.Null((await RunAsync())[0].Problem);
        Assert.Equal(2, _metadata.Lookups.Count);
    }

    [Fact]
    public async Task A_dry_run_hands_nothing_in_and_begins_no_rest()
    {
        AddFilms(3);
        _kinopoisk.Quota = 2;

        var steps = await _parts.Get<EnrichmentRun>().RunAsync(
            new EnrichOrder(100, DryRun: true), new Progress<RegistryStep>(), CancellationToken.None);

        Assert.Equal((3, 1), (steps![0].Count(FactsStatus.Changed), steps[1].Films.Count));
        Assert.Empty(_metadata.Lookups);
        Assert.Null(await _parts.Get<RegistryRests>().FindAsync("kinopoisk", CancellationToken.None));
    }

    [Fact]
    public async Task While_one_process_enriches_another_leaves_it()
    {
        await using var other = await ScraperParts.CreateAsync(new ScriptedSource(), _metadata.Host.BaseUrl, _parts.Directory, _clock);
        await using var lease = await other.Get<Leases>().TryTakeAsync("enrichment", CancellationToken.None);

        Assert.Null(await _parts.Get<EnrichmentRun>().RunAsync(
            new EnrichOrder(1), new Progress<RegistryStep>(), CancellationToken.None));
    }

    [Fact]
    public async Task A_key_that_is_not_accepted_begins_no_rest()
    {
        var rests = _parts.Get<RegistryRests>();
        AddFilms(1);
        _kinopoisk.Host.Fail(Fault.Status(401));

        var steps = await RunAsync();

        Assert.Contains("not accepted", steps[1].Problem, StringComparison.Ordinal);
        Assert.Null(await rests.FindAsync("kinopoisk", CancellationToken.None));
    }

    private void AddFilms(int count)
    {
        for (var number = 1; number <= count; number++)
        {
            _metadata.Films.Add(Sought.Film(number, $"Картина {number:d3}", 1960, 90));
            _wikidata.AddFilm($"Q{number}", $"Картина {number:d3}", $"Picture {number:d3}", 1960, 90);
            _kinopoisk.Add(number, $"Картина {number:d3}", null, 1960, 90);
        }
    }

    private async Task<IReadOnlyList<RegistryStep>> RunAsync(int limit = 100) => (await _parts.Get<EnrichmentRun>()
        .RunAsync(new EnrichOrder(limit), new Progress<RegistryStep>(), CancellationToken.None))!;

    private async Task<DateTimeOffset> RestAsync(string registry)
    {
        await using var db = _parts.OpenJournal();
        return (await db.RegistryRests.SingleAsync(rest => rest.Registry == registry)).Until;
    }
}
