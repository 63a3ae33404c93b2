using Scraper.Sources;

namespace Scraper.Fetching;

/// <summary>One request and its whole answer, sent when the host's gate opens and cut off after a time limit.</summary>
internal sealed class GatedExchange(HttpMessageInvoker wire, HostGates gates, RetryRules rules, TimeProvider clock)
{
    /// <summary>From sending the request to the last byte of the body.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    /// <exception cref="SourceException">The address may not be fetched, or the answer breaks a limit.</exception>
    public async Task<FetchAttempt> SendAsync(
        FetchRequest request, FetchScope scope, FetchMeter meter, CancellationToken cancellationToken)
    {
        using var pass = await gates.For(request.Url).EnterAsync(scope.Delay, cancellationToken);
        var ended = await TryAsync(request, scope, meter, cancellationToken);
        if (ended.MayPass)
        {
            // Held for everybody, after the last attempt too: the next request may come from another run.
            pass.HoldFor(rules.WaitAfter(request.Attempt, ended.Answer?.RetryAfter));
        }

        return ended;
    }

    private async Task<FetchAttempt> TryAsync(
        FetchRequest request, FetchScope scope, FetchMeter meter, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(scope.TimeLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        meter.CountRequest();
        try
        {
            return new FetchAttempt(await AskAsync(request, scope, meter, either.Token), Failure: null);
        }
        catch (HttpRequestException refused) when (refused.InnerException is SourceException forbidden)
        {
            throw new SourceException(forbidden.Failure, $"{request.Url} is not fetched. {forbidden.Message}", refused);
        }
        // A connection that is cut by the limit may fail in either way.
        catch (Exception slow) when (slow is OperationCanceledException or HttpRequestException or IOException
            && limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            var message = $"no complete answer within {scope.TimeLimit.TotalSeconds:0} seconds";
            return new FetchAttempt(Answer: null, new TimeoutException(message, slow));
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or InvalidDataException)
        {
            return new FetchAttempt(Answer: null, lost);
        }
    }

    private async Task<FetchedBody> AskAsync(
        FetchRequest request, FetchScope scope, FetchMeter meter, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, request.Url);
        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        foreach (var (name, value) in scope.Headers)
        {
            message.Headers.Remove(name);
            message.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await wire.SendAsync(message, cancellationToken);
        return new FetchedBody(
            request.Url,
            response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            await BoundedBody.ReadAsync(response.Content, request.Url, meter, cancellationToken),
            response.Headers.Location,
            RetryAfterOf(response),
            response.Content.Headers.ContentType?.CharSet);
    }

    private TimeSpan? RetryAfterOf(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } seconds } => seconds,
        { Date: { } date } => date - clock.GetUtcNow(),
        _ => null,
    };
}
