using Scraper.Fetching.Pacing;
using Scraper.Sources;

namespace Scraper.Fetching;

/// <summary>What a source fetches with: GET, to the source's own host, at the source's pace, within limits.</summary>
internal sealed partial class PoliteHttp(
    IExchange exchange, FetchScope scope, FetchMeter meter, ILogger<PoliteHttp> logger)
{
    /// <summary>Fetches JSON.</summary>
    /// <exception cref="SourceException">There was no answer, or it was no JSON; the failure tells the cases apart.</exception>
    public async Task<FetchedJson> GetJsonAsync(Uri url, CancellationToken cancellationToken) =>
        FetchedJson.Read(await GetBytesAsync(url, cancellationToken));

    /// <summary>Fetches a page, a feed or other text.</summary>
    /// <exception cref="SourceException">There was no answer, or it was a challenge instead of the text.</exception>
    public async Task<FetchedText> GetTextAsync(Uri url, CancellationToken cancellationToken) =>
        FetchedText.Read(await GetAsync(url, FetchRequest.Text, cancellationToken));

    /// <summary>Fetches a page as it came, for a reader that knows better how to decode it.</summary>
    /// <exception cref="SourceException">There was no answer, or it was a challenge instead of the page.</exception>
    public async Task<FetchedBody> GetPageAsync(Uri url, CancellationToken cancellationToken)
    {
        var answer = await GetAsync(url, FetchRequest.Text, cancellationToken);
        return AnswerFailure.OfText(answer) is { } failure ? throw failure : answer;
    }

    /// <summary>Fetches an answer of any status that is not likely to pass by itself.</summary>
    /// <exception cref="SourceException">No answer came, the host is overloaded, or the address is forbidden.</exception>
    public Task<FetchedBody> GetBytesAsync(Uri url, CancellationToken cancellationToken) =>
        GetAsync(url, FetchRequest.Json, cancellationToken);

    private async Task<FetchedBody> GetAsync(Uri url, string accept, CancellationToken cancellationToken)
    {
        RedirectRules.Require(url, scope);
        var next = url;
        for (var hop = 0; hop <= RedirectRules.MaxHops; hop++)
        {
            var answer = await AskUntilAnsweredAsync(scope.Request(next, accept), cancellationToken);
            if (!answer.IsRedirect)
            {
                return answer;
            }

            next = RedirectRules.Follow(next, answer.Location!, scope);
        }

        throw new SourceException(
            SourceFailure.Contract, $"{url} redirects more than {RedirectRules.MaxHops} times, last to {next}.");
    }

    private async Task<FetchedBody> AskUntilAnsweredAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var ended = await exchange.SendAsync(request with { Attempt = attempt }, scope, meter, cancellationToken);
            if (!ended.MayPass)
            {
                meter.IsProbing = false;
                return ended.Answer!;
            }

            if (meter.IsProbing || attempt == RetryRules.MaxRetries || !RetryRules.WithinBudget(meter)
                || ended.Answer?.RetryAfter > HostGate.LongestWait)
            {
                throw ended.Answer is { } answer ? AnswerFailure.Of(answer)! : Unreachable(request.Url, attempt, ended.Failure!);
            }

            meter.CountRetry();
            LogRetry(request.Url, ended.Answer is null ? ended.Failure!.Message : $"{(int)ended.Answer.Status}", attempt + 1);
        }
    }

    private static SourceException Unreachable(Uri url, int attempt, Exception failure) => new(
        SourceFailure.Unavailable,
        $"{url} could not be fetched in {attempt + 1} attempts: {failure.Message}. Check the network, or try later.",
        failure);

    [LoggerMessage(LogLevel.Warning, "{Url} failed ({Reason}); retry {Retry} follows")]
    private partial void LogRetry(Uri url, string reason, int retry);
}
