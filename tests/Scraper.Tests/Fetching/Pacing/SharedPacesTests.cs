using Hosts;
using Microsoft.EntityFrameworkCore;
using Scraper.Fetching.Pacing;
using Scraper.Journal;
using Scraper.Tests.Collecting;

namespace Scraper.Tests.Fetching.Pacing;

/// <summary>Whose turn it is at a host.</summary>
public sealed class SharedPacesTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);

    private readonly ManualTimeProvider _clock = new(ScraperParts.Start);

    [Fact]
    public async Task A_request_under_way_is_waited_for()
    {
        await using var journal = await JournalAsync(onPostgres: false);
        var (one, other) = (Paces(journal), Paces(journal));
        await one.TryTakeAsync("rutube.ru", Delay, CancellationToken.None);

        _clock.Advance(Delay);

        var refused = await other.TryTakeAsync("rutube.ru", Delay, CancellationToken.None);
        await one.ReturnAsync("rutube.ru", Pace.Fresh with { Delay = Delay }, CancellationToken.None);
        var taken = await other.TryTakeAsync("rutube.ru", Delay, CancellationToken.None);

        Assert.True(refused!.Wait > TimeSpan.Zero);
        Assert.Equal((TimeSpan.Zero, Delay), (taken!.Wait, taken.Pace.Delay));
    }

    [Fact]
    public async Task A_holder_that_is_never_heard_of_again_is_passed_over()
    {
        await using var journal = await JournalAsync(onPostgres: false);
        var (one, other) = (Paces(journal), Paces(journal));
        await one.TryTakeAsync("rutube.ru", Delay, CancellationToken.None);
        _clock.Advance(SharedPaces.LongestTurn);

        var taken = await other.TryTakeAsync("rutube.ru", Delay, CancellationToken.None);

        Assert.Equal(TimeSpan.Zero, taken!.Wait);
    }

    [Fact]
    public async Task A_holder_whose_process_is_gone_is_passed_over_as_soon_as_the_delay_has_passed()
    {
        await using var journal = await JournalAsync(onPostgres: false);
        var paces = Paces(journal);
        await paces.TryTakeAsync("rutube.ru", Delay, CancellationToken.None);
        var gone = ProcessIdentity.OfThisProcess with { StartedAt = 1 };
        await using (var db = journal.OpenJournal())
        {
            await db.Paces.ExecuteUpdateAsync(set => set.SetProperty(pace => pace.Holder, $"{gone}|0"));
        }

        var early = await paces.TryTakeAsync("rutube.ru", Delay, CancellationToken.None);
        _clock.Advance(Delay);

        var taken = await paces.TryTakeAsync("rutube.ru", Delay, CancellationToken.None);

        Assert.Equal((Delay, TimeSpan.Zero), (early!.Wait, taken!.Wait));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_many_that_ask_at_once_one_gets_the_turn(bool onPostgres)
    {
        await using var journal = await JournalAsync(onPostgres);
        var askers = Enumerable.Range(0, 12).Select(_ => Paces(journal)).ToList();

        var takings = await Task.WhenAll(askers.Select(paces => Task.Run(
            () => paces.TryTakeAsync("rutube.ru", Delay, CancellationToken.None))));

        Assert.Single(takings, taking => taking!.Wait == TimeSpan.Zero);
    }

    private Task<ScraperParts> JournalAsync(bool onPostgres) => ScraperParts.CreateAsync(
        new ScriptedSource(), clock: _clock,
        settings: onPostgres
            ? new(StringComparer.Ordinal) { ["ConnectionStrings:Scraper"] = PostgresServer.Shared.CreateDatabase() } : null);

    private SharedPaces Paces(ScraperParts journal) =>
        new(journal.Get<JournalStore>(), journal.Get<JournalMigrator>(), _clock);
}
