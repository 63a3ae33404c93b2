using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Metadata.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Scraper.Tests.Publishing;

/// <summary>Metadata's batch endpoint as the contract has it, on loopback, with the ways it can fail.</summary>
internal sealed class StubMetadata : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (string Body, UpsertReport Report)> _answered = new(StringComparer.Ordinal);
    private readonly WebApplication _app;

    private StubMetadata(WebApplication app) => _app = app;

    /// <summary>Every film stored, by source/externalId, with how often it was stored anew.</summary>
    public ConcurrentDictionary<string, int> Stored { get; } = new(StringComparer.Ordinal);

    /// <summary>Order of first storing.</summary>
    public ConcurrentQueue<string> Order { get; } = new();

    /// <summary>Requests that arrived, answered or not.</summary>
    public int Requests => _requests;

    private int _requests;

    /// <summary>Keys that came back with another body: a broken promise.</summary>
    public ConcurrentQueue<string> ChangedBodies { get; } = new();

    public int LargestBatch { get; private set; }

    public Uri Url => new(_app.Urls.First());

    /// <summary>Answers every request with this status instead.</summary>
    public int? FailWith { get; set; }

    /// <summary>How many answers get lost after the work is done.</summary>
    public int LoseAnswers { get; set; }

    public TimeSpan Delay { get; set; }

    /// <summary>A batch with this film is refused as a whole.</summary>
    public string? Poison { get; set; }

    /// <summary>The highest number each lease has written with; lower ones are refused.</summary>
    public ConcurrentDictionary<string, long> Leases { get; } = new(StringComparer.Ordinal);

    /// <summary>This film is rejected, the rest of its batch goes in.</summary>
    public string? Unwanted { get; set; }

    public static async Task<StubMetadata> StartAsync(Uri? url = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add(url?.ToString() ?? "http://127.0.0.1:0");
        var stub = new StubMetadata(app);
        app.MapGet("/health/live", () => "live");
        app.MapPut("/api/v1/movies/batch", stub.TakeAsync);
        await app.StartAsync();
        return stub;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        var key = context.Request.Headers["Idempotency-Key"].ToString();
        var body = await new StreamReader(context.Request.Body).ReadToEndAsync(context.RequestAborted);
        if (FailWith is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }

        var lease = context.Request.Headers[WriterLease.NameHeader].ToString();
        var fencing = long.Parse(context.Request.Headers[WriterLease.FencingHeader].ToString(), CultureInfo.InvariantCulture);
        if (Leases.AddOrUpdate(lease, fencing, (_, highest) => Math.Max(highest, fencing)) > fencing)
        {
            context.Response.StatusCode = 409;
            context.Response.ContentType = "application/problem+json";
            await context.Response.WriteAsync("""{"type":"urn:onlinecinema:problem:stale_lease","status":409,"detail":"taken over"}""");
            return;
        }

        var films = JsonSerializer.Deserialize(body, MetadataJson.Default.IReadOnlyListMovieUpsert)!;
        if (films.Any(film => film.ExternalId == Poison))
        {
            context.Response.StatusCode = 400;
            return;
        }

        var report = Answer(key, body, films);
        if (Delay > TimeSpan.Zero)
        {
            await Task.Delay(Delay, context.RequestAborted);
        }

        if (LoseAnswers > 0)
        {
            LoseAnswers--;
            context.Abort();
            return;
        }

        await context.Response.WriteAsJsonAsync(report, MetadataJson.Default.UpsertReport);
    }

    private UpsertReport Answer(string key, string body, IReadOnlyList<MovieUpsert> films)
    {
        lock (_lock)
        {
            LargestBatch = Math.Max(LargestBatch, films.Count);
            if (_answered.TryGetValue(key, out var earlier))
            {
                if (earlier.Body != body)
                {
                    ChangedBodies.Enqueue(key);
                }

                return earlier.Report;
            }

            var results = films.Select(Store).ToList();
            var report = new UpsertReport(
                results.Count(result => result.Status == UpsertStatus.Created), 0,
                results.Count(result => result.Status == UpsertStatus.Unchanged),
                results.Count(result => result.Status == UpsertStatus.Rejected), 0, results);
            _answered[key] = (body, report);
            return report;
        }
    }

    private UpsertResult Store(MovieUpsert film)
    {
        if (film.ExternalId == Unwanted)
        {
            return new UpsertResult(film.Source, film.ExternalId, UpsertStatus.Rejected, Reason: "year: 1700 is before 1888");
        }

        var name = $"{film.Source}/{film.ExternalId}";
        var times = Stored.AddOrUpdate(name, 1, (_, before) => before + 1);
        if (times == 1)
        {
            Order.Enqueue(name);
        }

        return new UpsertResult(
            film.Source, film.ExternalId, times == 1 ? UpsertStatus.Created : UpsertStatus.Unchanged, MovieId: Stored.Count);
    }
}
