using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Hosts;
using Microsoft.AspNetCore.Http;

namespace Gateway.Tests.Reports;

/// <summary>The Gateway before a Metadata that keeps the batches it is sent.</summary>
internal sealed class ReportsApp : IAsyncDisposable
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private ReportsApp(GatewayApp app, ManualTimeProvider clock) => (App, Clock) = (app, clock);

    public GatewayApp App { get; }

    public ManualTimeProvider Clock { get; }

    /// <summary>Status of Metadata's answers to batches.</summary>
    public int Status { get; set; } = StatusCodes.Status204NoContent;

    public ConcurrentQueue<SentBatch> Batches { get; } = [];

    /// <summary>What Metadata has counted, a batch once however often it came.</summary>
    public IEnumerable<JsonElement> Counted => Batches.Where(batch => batch.Status == 204).DistinctBy(batch => batch.Key)
        .SelectMany(batch => JsonDocument.Parse(batch.Body).RootElement.EnumerateArray());

    public static async Task<ReportsApp> StartAsync(params string[] settings)
    {
        var clock = new ManualTimeProvider(DateTimeOffset.UnixEpoch);
        var reports = new ReportsApp(await GatewayApp.StartAsync(clock, withSite: true, settings), clock);
        reports.App.Metadata.On("/api/v1/plays", reports.TakeAsync).On("/api/v1/problems", reports.TakeAsync)
            .On("/api/v1/movies/7", StubMetadata.Movie(7).Replace(
                "\"videos\":[]",
                """
                "videos":[{"id":70,"source":"archive","sourceUrl":"https://archive.org/details/x","views":1,"availability":"ok"}]
                """,
                StringComparison.Ordinal));
        return reports;
    }

    public Task<HttpResponseMessage> PlayAsync(int movieId, params string[] headers) =>
        App.SendAsync(HttpMethod.Post, $"/api/v1/movies/{movieId}/plays", headers);

    public async Task<HttpResponseMessage> ReportAsync(
        string body, int movieId = 7, string type = "application/json", params string[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/movies/{movieId}/problems")
        {
            Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(type)),
        };
        foreach (var header in headers)
        {
            var parts = header.Split(": ");
            request.Headers.Add(parts[0], parts[1]);
        }

        return await App.Client.SendAsync(request);
    }

    /// <summary>Lets the next batch go out, and waits until so many have come.</summary>
    public async Task SendAsync(int batches)
    {
        Clock.Advance(Interval);
        await Catalog.ReadCatalogTests.Until(() => Batches.Count >= batches);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        Batches.Enqueue(new SentBatch(
            context.Request.Path, context.Request.Headers["Idempotency-Key"].ToString(),
            context.Request.Headers.Authorization.ToString(), body, Status));
        context.Response.StatusCode = Status;
    }
}

internal sealed record SentBatch(string Path, string Key, string Authorization, string Body, int Status);
