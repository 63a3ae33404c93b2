using System.Net;
using System.Text;
using Hosts;

namespace Scraper.Tests.Fetching;

/// <summary>A host that answers at once, with one answer after the other, and notes when it was asked.</summary>
internal sealed class ScriptedHost(ManualTimeProvider clock, params Func<HttpResponseMessage>[] answers) : HttpMessageHandler
{
    public List<(Uri Url, DateTimeOffset At)> Asked { get; } = [];

    /// <summary>When its robots.txt was asked for; those requests are not among the others.</summary>
    public List<(Uri Url, DateTimeOffset At)> RobotsAsked { get; } = [];

    /// <summary>What its robots.txt is answered with; there is none to begin with.</summary>
    public Func<HttpResponseMessage> Robots { get; set; } = () => Status(HttpStatusCode.NotFound);

    public TimeSpan TimeToAnswer { get; set; }

    public static HttpResponseMessage Ok() => new(HttpStatusCode.OK)
    {
        Content = new StringContent("""{"ok":true}""", Encoding.UTF8, "application/json"),
    };

    public static HttpResponseMessage Status(HttpStatusCode status) => new(status) { Content = new StringContent("") };

    public static HttpResponseMessage TooMany(string retryAfter) =>
        Later(HttpStatusCode.TooManyRequests, retryAfter, date: null);

    /// <param name="date">What time it is at the host.</param>
    public static HttpResponseMessage Later(HttpStatusCode status, string retryAfter, string? date)
    {
        var answer = Status(status);
        answer.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        if (date is not null)
        {
            answer.Headers.TryAddWithoutValidation("Date", date);
        }

        return answer;
    }

    public static HttpResponseMessage Text(string body) => new(HttpStatusCode.OK) { Content = new StringContent(body) };

    public static HttpResponseMessage Moved(HttpStatusCode status, string location)
    {
        var answer = Status(status);
        answer.Headers.TryAddWithoutValidation("Location", location);
        return answer;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath == "/robots.txt")
        {
            RobotsAsked.Add((request.RequestUri, clock.GetUtcNow()));
            return Robots();
        }

        Asked.Add((request.RequestUri!, clock.GetUtcNow()));
        if (TimeToAnswer > TimeSpan.Zero)
        {
            await WaitAsync(cancellationToken);
        }

        // The last answer stays.
        return answers[Math.Min(Asked.Count, answers.Length) - 1]();
    }

    // Unlike Task.Delay this ends on the thread that turned the clock, so nothing runs beside it.
    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        var ended = new TaskCompletionSource();
        await using var timer = clock.CreateTimer(
            _ => ended.TrySetResult(), state: null, TimeToAnswer, Timeout.InfiniteTimeSpan);
        await using var stopped = cancellationToken.Register(() => ended.TrySetCanceled(cancellationToken));
        await ended.Task;
    }
}
