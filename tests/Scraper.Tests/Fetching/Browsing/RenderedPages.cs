using Hosts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Scraper.Fetching;
using Scraper.Fetching.Browsing;
using Scraper.Tests.Sources;

namespace Scraper.Tests.Fetching.Browsing;

/// <summary>A host with one page, and the real browser to show it.</summary>
internal sealed class RenderedPages : IAsyncDisposable
{
    private readonly PoliteHttpFactory _requests = LoopbackFetching.Create();

    private RenderedPages(StubHost host, BrowserOptions options, TimeProvider clock) =>
        (Host, Browsers) = (host, new BrowserPool(Options.Create(options), clock, NullLogger<BrowserPool>.Instance));

    public static string Chromium { get; } = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "";

    public StubHost Host { get; }

    public BrowserPool Browsers { get; }

    public static async Task<RenderedPages> StartAsync(string html, BrowserOptions? options = null, TimeProvider? clock = null) => new(
        await StubHost.StartAsync(context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync(context.Request.Path == "/" ? html : "<p>other page</p>");
        }),
        options ?? new BrowserOptions { Path = Chromium },
        clock ?? TimeProvider.System);

    public async Task<string> ShowAsync(string? waitFor = null, string path = "/", double seconds = 20)
    {
        var scope = new FetchScope(Host.BaseUrl, TimeSpan.Zero) { TimeLimit = TimeSpan.FromSeconds(seconds) };
        var rules = new RenderRules(Host.BaseUrl, waitFor, ["image", "media", "font"], []);
        var http = new RenderedHttpFactory(_requests, Browsers).Create(scope, new FetchMeter(), rules);
        return (await http.GetTextAsync(new Uri(Host.BaseUrl, path), CancellationToken.None)).Text;
    }

    public async ValueTask DisposeAsync()
    {
        Browsers.Dispose();
        _requests.Dispose();
        await Host.DisposeAsync();
    }
}
