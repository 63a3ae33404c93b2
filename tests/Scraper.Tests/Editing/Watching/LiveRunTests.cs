using Hosts;
using Scraper.Collecting;
using Scraper.Editing;
using Scraper.Editing.Watching;
using Scraper.Sources;

namespace Scraper.Tests.Editing.Watching;

public sealed class LiveRunTests : IDisposable
{
    private readonly ManualTimeProvider _clock = new(ScraperParts.Start);
    private readonly StringWriter _told = new();

    private Terminal Log => new(TextReader.Null, TextWriter.Null, TextWriter.Synchronized(_told), IsInteractive: false);

    public void Dispose() => _told.Dispose();

    private static void KeepAPage(IProgress<RunProgress> progress)
    {
        var page = new PageOutcome { Target = new SourceTarget("list", "a") };
        progress.Report(new RunProgress(page.Target, 1, 1, page, Total: null));
    }

    [Fact]
    public async Task A_log_gets_a_line_every_half_minute()
    {
        await new LiveRun(Log, _clock).WatchAsync(async progress =>
        {
            KeepAPage(progress);
            _clock.Advance(TimeSpan.FromSeconds(29));
            Assert.Equal("", _told.ToString());
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Poll.UntilAsync(() => _told.ToString().Length > 0);
            return 0;
        });

        Assert.Equal(
            "list:a, 0 seen, 0/s, 0 films, 0 episodes, 0 trailers, 0 other, 0 review, 0 rejected, 0 errors, 1 pages, 0:30 gone, "
            + "time left unknown\n",
            _told.ToString());
    }

    [Fact]
    public async Task A_terminal_is_drawn_on_no_more_than_ten_times_a_second_and_left_clean()
    {
        using var foot = new FootedWriter(_told, () => 300);

        await new LiveRun(Log with { Foot = foot }, _clock).WatchAsync(async progress =>
        {
            KeepAPage(progress);
            for (var step = 0; step < 200; step++)
            {
                _clock.Advance(TimeSpan.FromMilliseconds(10));
            }

            await Poll.UntilAsync(() => _told.ToString().Length > 0);
            return 0;
        });

        Assert.InRange(_told.ToString().Split("0 seen").Length - 1, 1, 20);
        Assert.EndsWith("\r\e[J", _told.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_comes_through() =>
        await Assert.ThrowsAsync<SourceException>(() => new LiveRun(Log, _clock).WatchAsync<int>(
            _ => throw new SourceException(SourceFailure.Contract, "results: expected an array")));
}
