using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Scraper.Operations;

namespace Scraper.Tests;

/// <summary>The service, running. Stopped before it is disposed: one that is merely disposed goes on writing into its
/// directory for a moment.</summary>
internal sealed class RunningScraper : IAsyncDisposable
{
    private readonly WebApplication _app;
    private bool _isStopped;

    private RunningScraper(WebApplication app) => _app = app;

    public IServiceProvider Services => _app.Services;

    public ICollection<string> Urls => _app.Urls;

    public static async Task<RunningScraper> StartAsync(Action<IHostApplicationBuilder> adjust)
    {
        var app = ScraperService.Build(builder =>
        {
            ((WebApplicationBuilder)builder).WebHost.UseUrls("http://127.0.0.1:0");
            adjust(builder);
        });
        await app.StartServiceAsync(CancellationToken.None);
        return new RunningScraper(app);
    }

    public async Task StopAsync()
    {
        _isStopped = true;
        await _app.StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isStopped)
        {
            await StopAsync();
        }

        await _app.DisposeAsync();
    }
}
