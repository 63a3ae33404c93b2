using Hosts;
using Microsoft.Extensions.Logging.Abstractions;
using Scraper.Collecting;
using Scraper.Journal;
using Scraper.Scheduling;
using Scraper.Sources;

namespace Scraper.Tests.Collecting;

/// <summary>What a run's end does to the source's standing.</summary>
public sealed class SourceKeeperTests
{
    private readonly ManualTimeProvider _clock = new(ScraperParts.Start);

    [Theory]
    [InlineData(SourceFailure.Unavailable)]
    [InlineData(SourceFailure.RateLimited)]
    [InlineData(SourceFailure.AntiBot)]
    [InlineData(SourceFailure.Refused)]
    [InlineData(SourceFailure.Contract)]
    [InlineData(SourceFailure.RobotsUnreadable)]
    public async Task A_source_that_cannot_be_read_climbs_a_rung(object failure)
    {
        var standing = await AfterAsync(
            [ScriptedPage.Films(1, 2), ScriptedPage.Broken(new SourceException((SourceFailure)failure, "no luck"))]);

        Assert.Equal(
            (1, ScraperParts.Start, ScraperParts.Start + TimeSpan.FromMinutes(1), "no luck"),
            (standing.Step, standing.FailingSince!.Value, standing.RetryAt!.Value, standing.Problem));
    }

    [Theory]
    [InlineData(SourceFailure.Gone)]
    [InlineData(SourceFailure.Disallowed)]
    [InlineData(SourceFailure.Forbidden)]
    public async Task A_target_that_cannot_be_read_says_nothing_of_the_source(object failure)
    {
        var standing = await AfterAsync([ScriptedPage.Broken(new SourceException((SourceFailure)failure, "not this one"))]);

        Assert.Equal(0, standing.Step);
    }

    [Fact]
    public async Task A_run_that_succeeds_puts_the_source_back_on_the_ground()
    {
        var source = new ScriptedSource().With(
            "list:a", ScriptedPage.Broken(new SourceException(SourceFailure.Unavailable, "503")));
        await using var parts = await ScraperParts.CreateAsync(source, clock: _clock);
        await RunAsync(parts, source);
        await RunAsync(parts, source);
        var failing = await parts.Get<SourceStandings>().FindAsync("scripted", CancellationToken.None);
        source.With("list:a", ScriptedPage.Films(1, 2));

        await RunAsync(parts, source);

        var standing = await parts.Get<SourceStandings>().FindAsync("scripted", CancellationToken.None);
        Assert.Equal((2, 0), (failing.Step, standing.Step));
    }

    [Fact]
    public async Task The_schedule_leaves_a_failing_source_alone_until_its_rung_has_passed()
    {
        var source = new ScriptedSource().With(
            "list:a", ScriptedPage.Broken(new SourceException(SourceFailure.Unavailable, "503")));
        await using var parts = await ScraperParts.CreateAsync(source, clock: _clock);
        var job = new SourceJob(
            new ConfiguredSource(source, new SourceOptions { Targets = ["list:a"] }), parts.Get<SourceKeeper>(),
            parts.Get<SourceStandings>(), parts.Get<RunHistory>(), NullLogger<SourceJob>.Instance);
        var before = await job.TakeTurnAsync(CancellationToken.None);
        await job.RunAsync(CancellationToken.None);
        var failing = await job.TakeTurnAsync(CancellationToken.None);
        _clock.Advance(TimeSpan.FromMinutes(5));

        var passed = await job.TakeTurnAsync(CancellationToken.None);

        Assert.Null(before);
        Assert.StartsWith("it is failing and tried again at", failing, StringComparison.Ordinal);
        Assert.Null(passed);
    }

    private async Task<SourceStanding> AfterAsync(ScriptedPage[] pages)
    {
        var source = new ScriptedSource().With("list:a", pages);
        await using var parts = await ScraperParts.CreateAsync(source, clock: _clock);
        await RunAsync(parts, source);
        return await parts.Get<SourceStandings>().FindAsync("scripted", CancellationToken.None);
    }

    private static Task<RunOutcome> RunAsync(ScraperParts parts, ScriptedSource source) => parts.Get<SourceKeeper>().RunAsync(
        new RunRequest(source.Name, source, [source.ReadTarget("list:a")], Limit: null),
        new Progress<RunProgress>(), CancellationToken.None);
}
