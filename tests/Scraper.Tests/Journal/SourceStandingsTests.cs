using Hosts;
using Scraper.Journal;
using Scraper.Tests.Collecting;

namespace Scraper.Tests.Journal;

public sealed class SourceStandingsTests
{
    private static readonly TimeSpan[] Rungs =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12),
        TimeSpan.FromHours(24), TimeSpan.FromHours(24),
    ];

    private readonly ManualTimeProvider _clock = new(ScraperParts.Start);

    [Fact]
    public async Task Each_failure_leaves_a_source_alone_for_longer_up_to_a_day()
    {
        await using var parts = await PartsAsync();
        var standings = parts.Get<SourceStandings>();

        foreach (var rung in Rungs)
        {
            await standings.NoteFailureAsync("rutube", "503", wished: null, CancellationToken.None);
            Assert.Equal(_clock.GetUtcNow() + rung, (await standings.FindAsync("rutube", CancellationToken.None)).RetryAt);
            _clock.Advance(rung - TimeSpan.FromSeconds(1));
            Assert.NotNull(await standings.TryOpenAsync("rutube", CancellationToken.None));
            _clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Null(await standings.TryOpenAsync("rutube", CancellationToken.None));
        }

        var standing = await standings.FindAsync("rutube", CancellationToken.None);
        Assert.Equal((9, ScraperParts.Start, "503"), (standing.Step, standing.FailingSince, standing.Problem));
    }

    [Fact]
    public async Task A_longer_wish_of_the_host_outranks_the_ladder()
    {
        await using var parts = await PartsAsync();
        var standings = parts.Get<SourceStandings>();

        await standings.NoteFailureAsync("rutube", "429", TimeSpan.FromHours(2), CancellationToken.None);

        Assert.Equal(
            ScraperParts.Start + TimeSpan.FromHours(2),
            (await standings.FindAsync("rutube", CancellationToken.None)).RetryAt);
    }

    [Fact]
    public async Task An_answer_leads_back_to_the_ground()
    {
        await using var parts = await PartsAsync();
        var standings = parts.Get<SourceStandings>();
        await standings.NoteFailureAsync("rutube", "503", wished: null, CancellationToken.None);
        await standings.NoteFailureAsync("rutube", "503", wished: null, CancellationToken.None);

        await standings.NoteAnswerAsync("rutube", CancellationToken.None);

        var standing = await standings.FindAsync("rutube", CancellationToken.None);
        Assert.Equal((0, null, null), (standing.Step, standing.RetryAt, standing.Problem));
        Assert.Null(await standings.TryOpenAsync("rutube", CancellationToken.None));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_many_processes_one_tries_a_failing_source_again(bool onPostgres)
    {
        await using var parts = await PartsAsync(onPostgres);
        var standings = parts.Get<SourceStandings>();
        await standings.NoteFailureAsync("rutube", "503", wished: null, CancellationToken.None);
        _clock.Advance(TimeSpan.FromMinutes(1));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () => standings.TryOpenAsync("rutube", CancellationToken.None))));

        Assert.Single(answers, bar => bar is null);
    }

    [Fact]
    public async Task A_paused_source_stays_so_over_answers_and_failures_until_it_is_resumed()
    {
        await using var parts = await PartsAsync();
        var standings = parts.Get<SourceStandings>();
        await standings.PauseAsync("rutube", CancellationToken.None);
        await standings.NoteFailureAsync("rutube", "503", wished: null, CancellationToken.None);
        await standings.NoteAnswerAsync("rutube", CancellationToken.None);

        var barred = await standings.TryOpenAsync("rutube", CancellationToken.None);
        await standings.ResumeAsync("rutube", CancellationToken.None);

        Assert.Equal(ScraperParts.Start, barred!.PausedAt);
        Assert.Null(await standings.TryOpenAsync("rutube", CancellationToken.None));
    }

    private Task<ScraperParts> PartsAsync(bool onPostgres = false) => ScraperParts.CreateAsync(
        new ScriptedSource(), clock: _clock,
        settings: onPostgres
            ? new(StringComparer.Ordinal) { ["ConnectionStrings:Scraper"] = PostgresServer.Shared.CreateDatabase() } : null);
}
