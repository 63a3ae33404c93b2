using Hosts;
using Microsoft.EntityFrameworkCore;
using Scraper.Journal;
using Scraper.Tests.Collecting;

namespace Scraper.Tests.Journal;

public sealed class LeasesTests
{
    [Fact]
    public async Task A_source_is_run_by_one_at_a_time()
    {
        await using var parts = await ScraperParts.CreateAsync(new ScriptedSource());

        await using var first = await parts.Get<Leases>().TryTakeAsync("rutube", CancellationToken.None);
        var second = await parts.Get<Leases>().TryTakeAsync("rutube", CancellationToken.None);

        Assert.NotNull(first);
        Assert.Null(second);
    }

    [Fact]
    public async Task The_second_run_hears_who_has_the_first()
    {
        var source = new ScriptedSource().With("list:a", ScriptedPage.Films(1, 1));
        await using var parts = await ScraperParts.CreateAsync(source);
        await using var held = await parts.Get<Leases>().TryTakeAsync("scripted", CancellationToken.None);

        var outcome = await parts.CollectAsync(source);

        Assert.Null(outcome.Run);
        Assert.Equal(Environment.ProcessId, ProcessIdentity.Parse(outcome.Holder!.Owner)!.ProcessId);
        Assert.Empty(source.Fetched);
    }

    [Fact]
    public async Task A_lease_given_back_can_be_taken_at_once()
    {
        await using var parts = await ScraperParts.CreateAsync(new ScriptedSource());
        var first = await parts.Get<Leases>().TryTakeAsync("rutube", CancellationToken.None);
        await first!.DisposeAsync();

        await using var second = await parts.Get<Leases>().TryTakeAsync("rutube", CancellationToken.None);

        Assert.True(second!.Fencing > first.Fencing);
    }

    [Fact]
    public async Task A_lease_is_kept_for_as_long_as_its_holder_works()
    {
        var clock = new ManualTimeProvider(ScraperParts.Start);
        await using var parts = await ScraperParts.CreateAsync(new ScriptedSource(), clock: clock);
        await using var held = await parts.Get<Leases>().TryTakeAsync("rutube", CancellationToken.None);
        for (var tick = 0; tick < 9; tick++)
        {
            var until = (await ReadAsync(parts)).ExpiresAt;
            clock.Advance(TimeSpan.FromSeconds(10));
            await Poll.UntilAsync(async () => (await ReadAsync(parts)).ExpiresAt > until);
        }

        Assert.Null(await parts.Get<Leases>().TryTakeAsync("rutube", CancellationToken.None));
    }

    [Fact]
    public async Task The_lease_of_a_process_that_died_is_free_at_once()
    {
        await using var parts = await ScraperParts.CreateAsync(new ScriptedSource());
        await AddAsync(parts, ProcessIdentity.OfThisProcess with { StartedAt = 1 });

        await using var taken = await parts.Get<Leases>().TryTakeAsync("rutube", CancellationToken.None);

        Assert.True(taken!.Fencing > 7);
    }

    [Fact]
    public async Task The_lease_of_another_machine_is_free_when_it_has_run_out()
    {
        var clock = new ManualTimeProvider(ScraperParts.Start);
        await using var parts = await ScraperParts.CreateAsync(new ScriptedSource(), clock: clock);
        await AddAsync(parts, new ProcessIdentity("elsewhere/pid:[1]", 1, 1));
        var tooEarly = await parts.Get<Leases>().TryTakeAsync("rutube", CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(31));

        await using var taken = await parts.Get<Leases>().TryTakeAsync("rutube", CancellationToken.None);

        Assert.Null(tooEarly);
        Assert.NotNull(taken);
    }

    [Fact]
    public async Task A_journal_made_anew_does_not_count_below_the_one_it_replaces()
    {
        var clock = new ManualTimeProvider(ScraperParts.Start);
        await using var lost = await ScraperParts.CreateAsync(new ScriptedSource(), clock: clock);
        await using var before = await lost.Get<Leases>().TryTakeAsync("rutube", CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(1));
        await using var anew = await ScraperParts.CreateAsync(new ScriptedSource(), clock: clock);

        await using var after = await anew.Get<Leases>().TryTakeAsync("rutube", CancellationToken.None);

        Assert.True(after!.Fencing > before!.Fencing);
    }

    [Fact]
    public async Task A_holder_that_stood_still_too_long_writes_nothing_any_more()
    {
        await using var parts = await ScraperParts.CreateAsync(new ScriptedSource());
        await using var held = await parts.Get<Leases>().TryTakeAsync("rutube", CancellationToken.None);
        await using (var db = parts.OpenJournal())
        {
            await db.Leases.ExecuteUpdateAsync(set => set.SetProperty(lease => lease.Fencing, lease => lease.Fencing + 1));
        }

        await Assert.ThrowsAsync<LeaseLostException>(() => held!.WriteAsync(
            db =>
            {
                db.Orders.Add(new RunOrder { Source = "rutube", OrderedAt = ScraperParts.Start });
                return Task.CompletedTask;
            },
            CancellationToken.None));

        Assert.True(held!.Lost.IsCancellationRequested);
        await using var journal = parts.OpenJournal();
        Assert.Empty(await journal.Orders.ToListAsync());
    }

    private static async Task<Lease> ReadAsync(ScraperParts parts)
    {
        await using var db = parts.OpenJournal();
        return await db.Leases.AsNoTracking().SingleAsync();
    }

    private static async Task AddAsync(ScraperParts parts, ProcessIdentity owner)
    {
        await using var db = parts.OpenJournal();
        db.Leases.Add(new Lease
        {
            Name = "rutube",
            Owner = $"{owner}|x",
            TakenAt = ScraperParts.Start,
            ExpiresAt = parts.Get<TimeProvider>().GetUtcNow().AddSeconds(30),
            Fencing = 7,
        });
        await db.SaveChangesAsync();
    }
}
