using Hosts;
using Microsoft.EntityFrameworkCore;
using Scraper.Journal;
using Scraper.Publishing;
using Scraper.Tests.Collecting;
using Scraper.Tests.Publishing;

namespace Scraper.Tests.Journal;

/// <summary>The journal's promises on the database that several Scrapers share.</summary>
public sealed class PostgresJournalTests
{
    private static Task<ScraperParts> PartsAsync(ScriptedSource source, string database, Uri? metadata = null) =>
        ScraperParts.CreateAsync(source, metadata, settings: new(StringComparer.Ordinal) { ["ConnectionStrings:Scraper"] = database });

    [Fact]
    public async Task A_run_cut_off_in_the_middle_goes_on_and_its_films_arrive_once()
    {
        await using var metadata = await StubMetadata.StartAsync();
        var source = new ScriptedSource().With(
            "list:a", ScriptedPage.Films(1, 60), ScriptedPage.Films(50, 60), ScriptedPage.Films(110, 40));
        await using var parts = await PartsAsync(source, PostgresServer.Shared.CreateDatabase(), metadata.Url);
        using var kill = new CancellationTokenSource();
        source.BeforePage = page => CancelAt(page, "list:a#2", kill);
        var cutOff = (await parts.CollectAsync(source, cancellationToken: kill.Token)).Run!;
        source.BeforePage = _ => { };

        var resumed = (await parts.CollectAsync(source)).Run!;
        using var stop = new CancellationTokenSource();
        var sending = parts.Get<OutboxSender>().RunAsync(stop.Token);
        await Poll.UntilAsync(async () => await parts.Get<Outbox>().CountAsync(resumed.Id, CancellationToken.None) == 0);
        await stop.CancelAsync();
        await sending;

        Assert.Equal((cutOff.Id, RunStatus.Done, 149), (resumed.Id, resumed.Status, resumed.Films));
        Assert.Equal(149, metadata.Stored.Count);
        Assert.All(metadata.Stored.Values, times => Assert.Equal(1, times));
    }

    [Fact]
    public async Task Two_Scrapers_on_one_database_take_turns()
    {
        var database = PostgresServer.Shared.CreateDatabase();
        var source = new ScriptedSource().With("list:a", ScriptedPage.Films(1, 2));
        await using var one = await PartsAsync(source, database);
        await using var other = await PartsAsync(source, database);
        await using var held = await one.Get<Leases>().TryTakeAsync("scripted", CancellationToken.None);

        var refused = await other.CollectAsync(source);
        await held!.DisposeAsync();
        var ran = await other.CollectAsync(source);

        Assert.Null(refused.Run);
        Assert.Equal(RunStatus.Done, ran.Run!.Status);
    }

    [Fact]
    public async Task Of_many_that_ask_at_once_one_gets_the_lease()
    {
        await using var parts = await PartsAsync(new ScriptedSource(), PostgresServer.Shared.CreateDatabase());

        var taken = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => parts.Get<Leases>().TryTakeAsync("rutube", CancellationToken.None)));

        var holder = Assert.Single(taken, lease => lease is not null);
        await holder!.DisposeAsync();
    }

    [Fact]
    public async Task Text_that_PostgreSQL_refuses_is_kept_without_the_letters_it_refuses()
    {
        var source = new ScriptedSource().With("list:a", new ScriptedPage(
            [], [new Scraper.Sources.RejectedItem("bad\01", "title: \ud800 is half a letter", "{\"title\":\"\0\"}")]));
        await using var parts = await PartsAsync(source, PostgresServer.Shared.CreateDatabase());

        var run = (await parts.CollectAsync(source)).Run!;

        await using var db = parts.OpenJournal();
        var reject = await db.Rejects.SingleAsync();
        Assert.Equal((RunStatus.Done, "bad1", "title:  is half a letter"), (run.Status, reject.ExternalId, reject.Reason));
    }

    [Fact]
    public async Task The_migrations_hold_the_whole_model()
    {
        await using var postgres = await PartsAsync(new ScriptedSource(), PostgresServer.Shared.CreateDatabase());
        await using var sqlite = await ScraperParts.CreateAsync(new ScriptedSource());
        await using var postgresDb = postgres.OpenJournal();
        await using var sqliteDb = sqlite.OpenJournal();

        Assert.False(postgresDb.Database.HasPendingModelChanges());
        Assert.False(sqliteDb.Database.HasPendingModelChanges());
    }

    private static void CancelAt(string page, string wanted, CancellationTokenSource kill)
    {
        if (page == wanted)
        {
            kill.Cancel();
        }
    }
}
