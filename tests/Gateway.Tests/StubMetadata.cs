using System.Collections.Concurrent;
using Metadata.Client;
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

    /// <summary>Where the state of the catalogue is told.</summary>
    public const string MarkPath = "/api/v1/mark";

    private readonly WebApplication _app;
    private int _looks;
    private readonly ConcurrentDictionary<string, RequestDelegate> _answers = new(StringComparer.Ordinal);

    private StubMetadata()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>What was asked, in the order of arrival, without the looks at <see cref="Mark"/>.</summary>
    public ConcurrentQueue<StubRequest> Requests { get; } = [];

    /// <summary>State of the catalogue, told when asked for and with every JSON answer; null for a Metadata that does not tell.</summary>
    public CatalogueMark? Mark { get; set; } = new(1, 1, "a1");

    /// <summary>How often the state was looked at.</summary>
    public int Looks => _looks;

    /// <summary>The catalogue changes.</summary>
    public void Change() => Mark = Mark! with { Revision = Mark.Revision + 1, Stamp = $"a{Mark.Revision + 1}" };

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

    /// <summary>Answers as if nothing had been said of it.</summary>
    public void Off(string start) => _answers.TryRemove(start, out _);

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

    private void Note(HttpRequest request, string asked) => Requests.Enqueue(new StubRequest(
        request.Method, asked,
        request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));

    private async Task AnswerAsync(HttpContext context)
    {
        var asked = context.Request.Path.ToUriComponent() + context.Request.QueryString.Value;
        var mark = Mark;
        if (asked == MarkPath)
        {
            Interlocked.Increment(ref _looks);
            if (!_answers.ContainsKey(MarkPath) && mark is not null)
            {
                await context.Response.WriteAsJsonAsync(mark);
                return;
            }
        }
        else
        {
            Note(context.Request, asked);
            context.Response.Headers[CatalogueMark.Header] = mark?.Stamp;
        }

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
