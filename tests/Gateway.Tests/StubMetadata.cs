using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests;

/// <summary>A Metadata service whose every answer a test writes. Asked for anything else it answers a 404 problem.</summary>
internal sealed class StubMetadata : IAsyncDisposable
{
    public const string Json = "application/json; charset=utf-8";
    public const string ProblemJson = "application/problem+json";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, RequestDelegate> _answers = new(StringComparer.Ordinal);

    private StubMetadata()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>What was asked, in the order of arrival.</summary>
    public ConcurrentQueue<StubRequest> Requests { get; } = [];

    public Uri BaseUrl => new(_app.Urls.Single());

    public IEnumerable<string> Asked => Requests.Select(request => request.PathAndQuery);

    public static async Task<StubMetadata> StartAsync()
    {
        var stub = new StubMetadata();
        await stub._app.StartAsync();
        return stub;
    }

    /// <param name="start">A path, or the beginning of one that ends in / or of one with its query; of several that fit
    /// the longest counts.</param>
    public StubMetadata On(string start, RequestDelegate answer)
    {
        _answers[start] = answer;
        return this;
    }

    public StubMetadata On(string start, string body, int status = 200, string contentType = Json) => On(start, async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        await context.Response.WriteAsync(body);
    });

    /// <summary>Takes the request and never answers.</summary>
    public StubMetadata Hang(string start) => On(start, async context =>
        await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(
            _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default));

    /// <summary>A page of films with the ids given.</summary>
    public static string Page(params int[] ids) =>
        $"{{\"items\":[{string.Join(',', ids.Select(id => Movie(id)))}],\"total\":{ids.Length},\"page\":1,\"pageSize\":24}}";

    /// <param name="more">Further members, each with a comma before it.</param>
    public static string Movie(int id, string title = "Нетерпимость", string more = "") =>
        $$"""
        {"id":{{id}},"slug":"film-{{id}}","title":"{{title}}","year":1916,"views":5,"addedAt":"2026-01-02T03:04:05+00:00","genres":["драма"],
        "isAvailable":true,"sources":["archive"],"sourceUrl":"https://archive.org/details/x","countries":["США"],
        "directors":["Дэвид Уорк Гриффит"],"externalIds":{},"isActive":true,"videos":[]{{more}}}
        """;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static bool Fits(string start, string asked) =>
        asked == start || asked.StartsWith(
            start.Contains('?', StringComparison.Ordinal) || start.EndsWith('/') ? start : start + "?", StringComparison.Ordinal);

    private async Task AnswerAsync(HttpContext context)
    {
        var asked = context.Request.Path.ToUriComponent() + context.Request.QueryString.Value;
        Requests.Enqueue(new StubRequest(
            context.Request.Method, asked, context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        var fitting = _answers.Keys.Where(start => Fits(start, asked)).MaxBy(start => start.Length);
        if (fitting is not null)
        {
            await _answers[fitting](context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.ContentType = ProblemJson;
        await context.Response.WriteAsync("""{"title":"Not Found","status":404,"detail":"No such film."}""");
    }
}

internal sealed record StubRequest(string Method, string PathAndQuery, IReadOnlyDictionary<string, string> Headers);
