using Microsoft.Playwright;

namespace Journey.Tests.Browsing;

/// <summary>The distribution's Chromium, unable to reach anything but loopback.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        _browser = browser;
    }

    public static async Task<Chromium> StartAsync()
    {
        var program = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium";
        if (!File.Exists(program))
        {
            throw new FileNotFoundException(
                $"No Chromium at {program}. Install it (apt-get install chromium) or name yours in CHROMIUM_PATH.");
        }

        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program,
            Args =
            [
                "--no-sandbox", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            ],
        });
        return new Chromium(playwright, browser);
    }

    public Task<Visit> VisitAsync(Uri site, ViewportSize? screen = null, ColorScheme scheme = ColorScheme.Dark) =>
        Visit.BeginAsync(_browser, site, screen ?? new ViewportSize { Width = 1280, Height = 900 }, scheme);

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
