using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Scraper.Journal;
using Scraper.Sources;
using Scraper.Tests.Collecting;

namespace Scraper.Tests.Journal;

public sealed class RunPruningTests
{
    private readonly Hosts.ManualTimeProvider _clock = new(ScraperParts.Start);

    private readonly ScriptedSource _source = new ScriptedSource().With(
        "list:a", new ScriptedPage([ScriptedPage.Film(1)], [new RejectedItem("bad-1", "no title", "{}")]));

    private async Task<ScraperParts> AfterAnOldRunAsync(RunStatus status, bool sent)
    {
        var parts = await ScraperParts.CreateAsync(_source, clock: _clock);
        await parts.CollectAsync(_source);
        await using var db = parts.OpenJournal();
        await db.Runs.ExecuteUpdateAsync(set => set.SetProperty(run => run.Status, status));
        if (sent)
        {
            await db.Outbox.ExecuteDeleteAsync();
        }

        _clock.Advance(TimeSpan.FromDays(91));
        await parts.CollectAsync(_source, "list:a");
        return parts;
    }

    [Fact]
    public async Task Pages_and_rejects_of_a_run_of_last_quarter_are_gone_and_so_is_the_run()
    {
        await using var parts = await AfterAnOldRunAsync(RunStatus.Done, sent: true);

        await using var db = parts.OpenJournal();
        Assert.Equal([2], await db.Runs.Select(run => run.Id).ToListAsync());
        Assert.Equal([2], await db.Pages.Select(page => page.RunId).ToListAsync());
        Assert.Equal([2], await db.Rejects.Select(reject => reject.RunId).ToListAsync());
        Assert.Equal(2, await db.Profiles.CountAsync());
    }

    [Theory]
    [InlineData(RunStatus.Quarantined, true)]
    [InlineData(RunStatus.Stopped, true)]
    [InlineData(RunStatus.Done, false)]
    public async Task A_run_that_is_open_quarantined_or_unsent_stays_whole(object status, bool sent)
    {
        await using var parts = await AfterAnOldRunAsync((RunStatus)status, sent);

        await using var db = parts.OpenJournal();
        Assert.Equal([1, 2], await db.Runs.OrderBy(run => run.Id).Select(run => run.Id).ToListAsync());
        Assert.Equal(1, await db.Pages.CountAsync(page => page.RunId == 1));
        Assert.Equal(1, await db.Rejects.CountAsync(reject => reject.RunId == 1));
    }

    [Fact]
    public async Task Keeping_runs_for_no_days_is_refused_by_name()
    {
        await using var parts = await ScraperParts.CreateAsync(
            _source, settings: new(StringComparer.Ordinal) { ["Journal:KeepRunsDays"] = "0" });

        var refused = Assert.Throws<OptionsValidationException>(() => parts.Get<IStartupValidator>().Validate());

        Assert.Contains("KeepRunsDays", refused.Message, StringComparison.Ordinal);
    }
}
