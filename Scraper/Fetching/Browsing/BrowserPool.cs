using Microsoft.Extensions.Options;
using Scraper.Sources;

namespace Scraper.Fetching.Browsing;

/// <summary>Renders pages in one browser for the whole process. It starts with the first page, is closed when nothing has
/// been asked for a while, and a page that hangs is killed without waiting for it.</summary>
internal sealed partial class BrowserPool : IDisposable
{
    private static readonly TimeSpan ClosingLimit = TimeSpan.FromSeconds(3);

    private readonly BrowserOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<BrowserPool> _logger;
    private readonly SemaphoreSlim _turns;
    private readonly SemaphoreSlim _changing = new(1, 1);
    private readonly List<BrowserProfile> _idle = [];
    private readonly ITimer _idleTimer;
    private RunningBrowser? _browser;
    private int _busy;

    public BrowserPool(IOptions<BrowserOptions> options, TimeProvider clock, ILogger<BrowserPool> logger)
    {
        (_options, _clock, _logger) = (options.Value, clock, logger);
        _turns = new SemaphoreSlim(_options.Contexts);
        _idleTimer = clock.CreateTimer(_ => _ = CloseIdleAsync(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether Chromium runs now.</summary>
    public bool IsOpen => _browser is not null;

    /// <exception cref="SourceException">There is no browser to render with.</exception>
    /// <exception cref="IOException">The page does not become whole.</exception>
    public async Task<string> RenderAsync(RenderOrder order, CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken);
        Interlocked.Increment(ref _busy);
        try
        {
            var profile = await TakeAsync(order.Rules.Site, cancellationToken);
            var isWell = false;
            try
            {
                var html = await profile.RenderAsync(order, cancellationToken);
                isWell = true;
                return html;
            }
            finally
            {
                await ReturnAsync(profile, isWell);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _busy);
            _turns.Release();
            _idleTimer.Change(TimeSpan.FromSeconds(_options.IdleSeconds), Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        _idleTimer.Dispose();
        _browser?.Dispose();
        _turns.Dispose();
        _changing.Dispose();
    }

    private async Task<BrowserProfile> TakeAsync(Uri site, CancellationToken cancellationToken)
    {
        await _changing.WaitAsync(cancellationToken);
        try
        {
            if (_browser is { IsAlive: false })
            {
                LogLost();
                Drop(_browser);
            }

            var known = _idle.Find(profile => profile.Site == site);
            if (known is not null)
            {
                _idle.Remove(known);
                return known;
            }

            // One site's cookies are none of another's business: a profile of another site makes room.
            while (_idle.Count >= _options.Contexts)
            {
                await CloseAsync(_idle[0]);
            }

            // Not left halfway: a browser that has started must be ours to close.
            _browser ??= await RunningBrowser.StartAsync(_options);
            return new BrowserProfile(await _browser.OpenContextAsync(), _browser, site);
        }
        finally
        {
            _changing.Release();
        }
    }

    private async Task ReturnAsync(BrowserProfile profile, bool isWell)
    {
        await _changing.WaitAsync(CancellationToken.None);
        try
        {
            if (isWell && profile.Pages < _options.PagesPerContext && profile.Browser == _browser)
            {
                _idle.Add(profile);
                return;
            }

            await CloseAsync(profile);
        }
        finally
        {
            _changing.Release();
        }
    }

    private async Task CloseAsync(BrowserProfile profile)
    {
        _idle.Remove(profile);
        try
        {
            await profile.CloseAsync().WaitAsync(ClosingLimit, _clock);
        }
        catch (Exception stuck) when (stuck is TimeoutException or Microsoft.Playwright.PlaywrightException)
        {
            LogStuck(profile.Site, stuck.Message.Split('\n')[0]);
            Drop(profile.Browser);
        }
    }

    private void Drop(RunningBrowser browser)
    {
        browser.Dispose();
        _idle.RemoveAll(profile => profile.Browser == browser);
        _browser = _browser == browser ? null : _browser;
    }

    private async Task CloseIdleAsync()
    {
        await _changing.WaitAsync(CancellationToken.None);
        try
        {
            if (_busy == 0 && _browser is { } browser)
            {
                Drop(browser);
            }
        }
        finally
        {
            _changing.Release();
        }
    }

    [LoggerMessage(LogLevel.Warning, "The browser has ended by itself; another one is started")]
    private partial void LogLost();

    [LoggerMessage(LogLevel.Warning, "A page of {Site} cannot be closed ({Reason}); the browser is ended with it")]
    private partial void LogStuck(Uri site, string reason);
}
