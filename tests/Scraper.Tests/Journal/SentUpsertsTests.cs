using Hosts;
using Microsoft.EntityFrameworkCore;
using Scraper.Publishing;
using Scraper.Tests.Collecting;
using Scraper.Tests.Publishing;

namespace Scraper.Tests.Journal;

public sealed class SentUpsertsTests
{
    private static ScriptedSource ThreeFilms() => new ScriptedSource().With("list:a", ScriptedPage.Films(1, 3));

    [Fact]
    public async Task What_has_not_changed_is_counted_and_left_out()
    {
        var source = ThreeFilms();
        await using var parts = await ScraperParts.CreateAsync(source);
        await parts.CollectAsync(source);
        source.With("list:a", ScriptedPage.Of(
            ScriptedPage.Film(1), ScriptedPage.Film(2) with { Views = 7 }, ScriptedPage.Film(3), ScriptedPage.Film(4)));

        var second = (await parts.CollectAsync(source)).Run!;

        Assert.Equal((4, 4, 2), (second.Seen, second.Films, second.Unchanged));
        await using var db = parts.OpenJournal();
        Assert.Equal(
            ["film-2", "film-4"],
            await db.Outbox.Where(entry => entry.RunId == second.Id).OrderBy(entry => entry.Id)
                .Select(entry => entry.ExternalId).ToListAsync());
    }

    [Fact]
    public async Task A_film_goes_back_to_what_it_was_before()
    {
        var source = ThreeFilms();
        await using var parts = await ScraperParts.CreateAsync(source);
        await parts.CollectAsync(source);
        source.With("list:a", ScriptedPage.Of(ScriptedPage.Film(1) with { Views = 7 }));
        await parts.CollectAsync(source);
        source.With("list:a", ScriptedPage.Films(1, 1));

        var third = (await parts.CollectAsync(source)).Run!;

        await using var db = parts.OpenJournal();
        Assert.Equal((0, 1), (third.Unchanged, await db.Outbox.CountAsync(entry => entry.RunId == third.Id)));
    }

    [Fact]
    public async Task What_was_sent_long_ago_is_sent_again()
    {
        var clock = new ManualTimeProvider(ScraperParts.Start);
        var source = ThreeFilms();
        await using var parts = await ScraperParts.CreateAsync(source, clock: clock);
        await parts.CollectAsync(source);
        clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));

        var later = (await parts.CollectAsync(source)).Run!;

        await using var db = parts.OpenJournal();
        Assert.Equal((0, 3), (later.Unchanged, await db.Outbox.CountAsync(entry => entry.RunId == later.Id)));
    }

    [Fact]
    public async Task What_Metadata_would_not_take_is_sent_again()
    {
        await using var metadata = await StubMetadata.StartAsync();
        metadata.Unwanted = "film-2";
        var source = ThreeFilms();
        await using var parts = await ScraperParts.CreateAsync(source, metadata.Url);
        var first = (await parts.CollectAsync(source)).Run!;
        using var stop = new CancellationTokenSource();
        var sending = parts.Get<OutboxSender>().RunAsync(stop.Token);
        await Poll.UntilAsync(async () => await parts.Get<Outbox>().CountAsync(first.Id, CancellationToken.None) == 0);
        await stop.CancelAsync();
        await sending;

        var second = (await parts.CollectAsync(source)).Run!;

        await using var db = parts.OpenJournal();
        Assert.Equal("film-2", await db.Outbox.Where(entry => entry.RunId == second.Id).Select(entry => entry.ExternalId).SingleAsync());
        Assert.Equal(2, second.Unchanged);
    }
}
