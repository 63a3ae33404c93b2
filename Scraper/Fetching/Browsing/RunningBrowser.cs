using Microsoft.Playwright;
using Scraper.Sources;

namespace Scraper.Fetching.Browsing;

/// <summary>Chromium with its driver. It has no way into any network: names resolve to nothing, and a proxy that is not
/// there takes what goes by address.</summary>
internal sealed class RunningBrowser : IDisposable
{
    private static readonly string[] Arguments =
    [
        "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=http://127.0.0.1:9",
        "--proxy-bypass-list=<-loopback>", "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
        "--js-flags=--max-old-space-size=512",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private RunningBrowser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public bool IsAlive => _browser.IsConnected;

    /// <exception cref="SourceException">Chromium is missing, or does not start.</exception>
    public static async Task<RunningBrowser> StartAsync(BrowserOptions options)
    {
        var program = ChromiumProgram.Find(options.Path);
        BrowserDriver.Point();
        var playwright = await Playwright.CreateAsync();
        try
        {
            return new RunningBrowser(playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = program,
                Args = Arguments,
                ChromiumSandbox = options.Sandbox ?? !Environment.IsPrivilegedProcess,
                // Whether to stop is our program's own decision.
                HandleSIGINT = false,
                HandleSIGTERM = false,
                HandleSIGHUP = false,
            }));
        }
        catch (PlaywrightException failed)
        {
            playwright.Dispose();
            throw new SourceException(
                SourceFailure.Unavailable,
                $"{program} does not start: {failed.Message.Split('\n')[0]} Try it by hand; where containers forbid its "
                + "sandbox, set Browser:Sandbox to false.",
                failed);
        }
    }

    /// <summary>A profile of its own, empty and without permissions.</summary>
    public Task<IBrowserContext> OpenContextAsync() => _browser.NewContextAsync(new BrowserNewContextOptions
    {
        AcceptDownloads = false,
        ServiceWorkers = ServiceWorkerPolicy.Block,
        Locale = "ru-RU",
        TimezoneId = "UTC",
    });

    /// <summary>Ends the driver, and with it Chromium, whatever its pages are doing.</summary>
    public void Dispose() => _playwright.Dispose();
}
