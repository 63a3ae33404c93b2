using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Faults.Rig;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Faults.Gateways;

/// <summary>Three times as many visitors as can be served, none of whom waits for another: nearly as many are served as
/// without the rest, the rest is refused, and afterwards all is as before.</summary>
public sealed class OverloadTests : IAsyncLifetime, IDisposable
{
    private const int AtOnce = 20;

    private static readonly TimeSpan Work = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(5);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("onlinecinema-gateway-");
    private readonly SemaphoreSlim _hands = new(AtOnce);
    private readonly WebApplication _metadata;
    private readonly HttpClient _http;
    private MetadataProcess? _gateway;
    private int _asked;

    public OverloadTests()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _metadata = builder.Build();
        _metadata.Run(WorkAsync);
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = FreeAddress(), Timeout = TimeSpan.FromSeconds(30) };
    }

    // Its folder is a neighbour of ours, of the same configuration.
    private static string Program { get; } = Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Gateway", new DirectoryInfo(AppContext.BaseDirectory).Name, "Gateway.dll");

    public async Task InitializeAsync()
    {
        await _metadata.StartAsync();
        _gateway = MetadataProcess.Launch(_http.BaseAddress!, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DataDirectory"] = _directory.FullName,
            ["Metadata__BaseUrl"] = _metadata.Urls.Single(),
            ["Metadata__ApiKey"] = Installation.Key,
            ["RateLimits__PerMinute"] = "1000000",
            ["Logging__LogLevel__Default"] = "Error",
        }, program: [Program]);
        await _gateway.AnswersAsync();
    }

    public async Task DisposeAsync()
    {
        await _gateway!.DisposeAsync();
        await _metadata.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    public void Dispose()
    {
        _http.Dispose();
        _hands.Dispose();
    }

    [Fact]
    public async Task A_rush_takes_little_from_those_who_are_served_and_leaves_nothing_behind()
    {
        // The first round only warms up.
        await AtPaceAsync(AtOnce / Work.TotalSeconds / 2);
        var peak = await AtPaceAsync(AtOnce / Work.TotalSeconds);

        var rush = await AtPaceAsync(3 * AtOnce / Work.TotalSeconds);
        var after = await AtPaceAsync(AtOnce / Work.TotalSeconds / 4);

        Assert.InRange(rush[HttpStatusCode.OK], 0.8 * peak[HttpStatusCode.OK], int.MaxValue);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable], rush.Keys.Order());
        Assert.Equal([HttpStatusCode.OK], after.Keys);
    }

    /// <summary>Asks so often a second, whatever becomes of it; answers how often each status came.</summary>
    private async Task<Dictionary<HttpStatusCode, int>> AtPaceAsync(double perSecond)
    {
        var statuses = new ConcurrentBag<HttpStatusCode>();
        var asking = new List<Task>();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Round; await tick.WaitForNextTickAsync())
        {
            while (asking.Count < clock.Elapsed.TotalSeconds * perSecond)
            {
                asking.Add(AskAsync(statuses));
            }
        }

        await Task.WhenAll(asking);
        return statuses.CountBy(status => status).ToDictionary();
    }

    /// <summary>Asks what was never asked before, so that nothing is at hand for it.</summary>
    private async Task AskAsync(ConcurrentBag<HttpStatusCode> statuses)
    {
        var page = Interlocked.Increment(ref _asked);
        using var answer = await _http.GetAsync(string.Create(CultureInfo.InvariantCulture, $"api/v1/movies?page={page}"));
        Assert.True(answer.IsSuccessStatusCode || answer.Headers.RetryAfter is not null, $"{answer.StatusCode} without Retry-After");
        statuses.Add(answer.StatusCode);
    }

    /// <summary>A Metadata that does so much at once and no more.</summary>
    private async Task WorkAsync(HttpContext context)
    {
        await _hands.WaitAsync(context.RequestAborted);
        try
        {
            await Task.Delay(Work, context.RequestAborted);
        }
        finally
        {
            _hands.Release();
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync("{\"items\":[],\"total\":0,\"page\":1,\"pageSize\":24}");
    }

    private static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"));
    }
}
