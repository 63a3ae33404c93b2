using Microsoft.EntityFrameworkCore;
using Scraper.Journal;

namespace Scraper.Tests.Collecting;

public sealed class ResumeTests
{
    private const int Pages = 6;

    private static ScriptedSource SixPages() => new ScriptedSource()
        .With("list:a", [.. Enumerable.Range(0, 4).Select(page => ScriptedPage.Films((page * 3) + 1, 3))])
        .With("list:b", ScriptedPage.Films(12, 3), ScriptedPage.Films(15, 3));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task A_run_cut_off_before_any_page_goes_on_there_and_finds_the_same_films(int killedAt)
    {
        var source = SixPages();
        await using var parts = await ScraperParts.CreateAsync(source);
        using var kill = new CancellationTokenSource();
        source.BeforePage = _ =>
        {
            if (source.Fetched.Count == killedAt - 1)
            {
                kill.Cancel();
            }
        };
        var cutOff = (await parts.CollectAsync(source, ["list:a", "list:b"], cancellationToken: kill.Token)).Run!;
        source.BeforePage = _ => { };

        var resumed = (await parts.CollectAsync(source, ["list:a", "list:b"])).Run!;

        Assert.Equal((RunStatus.Stopped, cutOff.Id, RunStatus.Done), (cutOff.Status, resumed.Id, resumed.Status));
        Assert.Equal(Pages, source.Fetched.Count);
        Assert.Equal((17, 17), (resumed.Seen, resumed.Films));
        await using var db = parts.OpenJournal();
        Assert.Equal(
            Enumerable.Range(1, 17).Select(number => $"film-{number}"),
            await db.Outbox.OrderBy(entry => entry.Id).Select(entry => entry.ExternalId).ToListAsync(),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_run_whose_process_died_is_resumed_although_it_never_said_goodbye()
    {
        var source = SixPages();
        await using var parts = await ScraperParts.CreateAsync(source);
        using var stop = new CancellationTokenSource();
        source.BeforePage = page => StopAt(page, "list:a#3", stop);
        var cutOff = (await parts.CollectAsync(source, ["list:a", "list:b"], cancellationToken: stop.Token)).Run!;
        source.BeforePage = _ => { };
        await using (var db = parts.OpenJournal())
        {
            await db.Runs.ExecuteUpdateAsync(set => set.SetProperty(run => run.Status, RunStatus.Running));
        }

        var resumed = (await parts.CollectAsync(source, ["list:a", "list:b"])).Run!;

        Assert.Equal((cutOff.Id, RunStatus.Done, 17), (resumed.Id, resumed.Status, resumed.Films));
    }

    [Fact]
    public async Task A_run_of_other_targets_is_not_taken_for_the_interrupted_one()
    {
        var source = SixPages();
        await using var parts = await ScraperParts.CreateAsync(source);
        using var stop = new CancellationTokenSource();
        source.BeforePage = page => StopAt(page, "list:a#2", stop);
        var cutOff = (await parts.CollectAsync(source, "list:a", cancellationToken: stop.Token)).Run!;
        source.BeforePage = _ => { };

        var other = (await parts.CollectAsync(source, "list:b")).Run!;
        var resumed = (await parts.CollectAsync(source, "list:a")).Run!;

        Assert.NotEqual(cutOff.Id, other.Id);
        Assert.Equal((cutOff.Id, 12), (resumed.Id, resumed.Films));
    }

    [Fact]
    public async Task An_interrupted_run_that_is_too_old_begins_anew()
    {
        var clock = new Hosts.ManualTimeProvider(ScraperParts.Start);
        var source = SixPages();
        await using var parts = await ScraperParts.CreateAsync(source, clock: clock);
        using var stop = new CancellationTokenSource();
        source.BeforePage = page => StopAt(page, "list:a#2", stop);
        var cutOff = (await parts.CollectAsync(source, "list:a", cancellationToken: stop.Token)).Run!;
        source.BeforePage = _ => { };
        clock.Advance(TimeSpan.FromHours(25));

        var anew = (await parts.CollectAsync(source, "list:a")).Run!;

        Assert.NotEqual(cutOff.Id, anew.Id);
        Assert.Equal((RunStatus.Done, 12), (anew.Status, anew.Films));
    }

    [Fact]
    public async Task A_mistake_of_ours_ends_the_run_so_that_the_next_one_is_not_caught_in_it()
    {
        var source = new ScriptedSource().With(
            "list:a", ScriptedPage.Films(1, 2), ScriptedPage.Broken(new InvalidOperationException("a bug")));
        await using var parts = await ScraperParts.CreateAsync(source);

        await Assert.ThrowsAsync<InvalidOperationException>(() => parts.CollectAsync(source));

        await using var db = parts.OpenJournal();
        var run = await db.Runs.SingleAsync();
        Assert.Equal((RunStatus.Partly, "a bug", 2), (run.Status, run.Message, run.Films));
    }

    private static void StopAt(string page, string wanted, CancellationTokenSource stop)
    {
        if (page == wanted)
        {
            stop.Cancel();
        }
    }
}
