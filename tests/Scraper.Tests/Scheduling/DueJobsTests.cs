using Hosts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Scraper.Collecting;
using Scraper.Journal;
using Scraper.Scheduling;
using Scraper.Sources;
using Scraper.Tests.Collecting;

namespace Scraper.Tests.Scheduling;

public sealed class DueJobsTests : IAsyncLifetime
{
    private readonly ManualTimeProvider _clock = new(ScraperParts.Start);
    private readonly ScriptedSource _source = new ScriptedSource().With("list:a", ScriptedPage.Films(1, 2));
    private ScraperParts _parts = null!;
    private SourceJob _job = null!;

    private DueJobs Due => new(_parts.Get<RunOrders>(), _parts.Get<PausedJobs>(), _parts.Get<Leases>(), _clock);

    public async Task InitializeAsync()
    {
        _parts = await ScraperParts.CreateAsync(_source, clock: _clock);
        _job = new SourceJob(
            new ConfiguredSource(_source, new SourceOptions { Targets = ["list:a"], Cron = "0 0 * * * ?" }),
            _parts.Get<SourceKeeper>(), _parts.Get<SourceStandings>(), _parts.Get<RunHistory>(), NullLogger<SourceJob>.Instance);
    }

    public async Task DisposeAsync() => await _parts.DisposeAsync();

    [Fact]
    public async Task Ten_intervals_without_a_service_make_one_run()
    {
        await RunAsync();
        _clock.Advance(TimeSpan.FromHours(10));
        var runs = 0;
        while (await ReasonAsync() == DueReason.Missed)
        {
            await RunAsync();
            runs++;
        }

        Assert.Equal(1, runs);
        Assert.Equal(2, await CountRunsAsync());
    }

    [Fact]
    public async Task A_time_for_which_two_processes_were_woken_makes_one_run()
    {
        await RunAsync();
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(DueReason.Missed, await ReasonAsync());

        await RunAsync();

        Assert.Null(await ReasonAsync());
    }

    [Fact]
    public async Task What_has_never_run_is_due() => Assert.Equal(DueReason.Never, await ReasonAsync());

    [Fact]
    public async Task What_another_process_is_at_is_not_due()
    {
        await using var held = await _parts.Get<Leases>().TryTakeAsync(_job.Name, CancellationToken.None);

        Assert.Null(await ReasonAsync());
    }

    [Theory]
    [InlineData(nameof(RunStatus.Running), false, nameof(DueReason.CutOff))]
    [InlineData(nameof(RunStatus.Stopped), false, null)]
    [InlineData(nameof(RunStatus.Stopped), true, nameof(DueReason.CutOff))]
    [InlineData(nameof(RunStatus.Failed), true, null)]
    public async Task A_run_cut_off_goes_on_and_one_stopped_goes_on_with_the_next_start(string status, bool isStart, string? reason)
    {
        await RunAsync();
        var ended = Enum.Parse<RunStatus>(status);
        await using (var db = _parts.OpenJournal())
        {
            await db.Runs.ExecuteUpdateAsync(set => set.SetProperty(run => run.Status, ended));
        }

        Assert.Equal(reason, (await ReasonAsync(isStart))?.ToString());
    }

    [Fact]
    public async Task A_paused_job_is_not_due_until_it_is_resumed_and_an_order_is_obeyed_all_the_same()
    {
        await _parts.Get<PausedJobs>().PauseAsync(_job.Name, CancellationToken.None);
        var paused = await ReasonAsync();
        await _parts.Get<RunOrders>().PlaceAsync(_job.Name, CancellationToken.None);
        var ordered = await ReasonAsync();
        await _parts.Get<RunOrders>().FulfilAsync(_job.Name, int.MaxValue, CancellationToken.None);
        await _parts.Get<PausedJobs>().ResumeAsync(_job.Name, CancellationToken.None);

        Assert.Equal((null, DueReason.Ordered, DueReason.Never), (paused, ordered, await ReasonAsync()));
    }

    private Task RunAsync() => _job.RunAsync(CancellationToken.None);

    private async Task<DueReason?> ReasonAsync(bool isStart = false) =>
        (await Due.FindAsync(_job, isStart, CancellationToken.None))?.Reason;

    private async Task<int> CountRunsAsync()
    {
        await using var db = _parts.OpenJournal();
        return await db.Runs.CountAsync();
    }
}
