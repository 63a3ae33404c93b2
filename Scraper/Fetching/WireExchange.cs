using Scraper.Sources;

namespace Scraper.Fetching;

/// <summary>One request and its whole answer, cut off after a time limit.</summary>
internal sealed class WireExchange(HttpMessageInvoker wire, TimeProvider clock)
{
    /// <summary>From sending the request to the last byte of the body.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    /// <exception cref="SourceException">The address may not be fetched, or the answer breaks a limit.</exception>
    public async Task<FetchAttempt> SendAsync(FetchRequest request, FetchMeter meter, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(request.TimeLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        meter.CountRequest();
        try
        {
            return new FetchAttempt(await AskAsync(request, meter, either.Token), Failure: null);
        }
        catch (HttpRequestException refused) when (refused.InnerException is SourceException forbidden)
        {
            throw new SourceException(forbidden.Failure, $"{request.Url} is not fetched. {forbidden.Message}", refused);
        }
        // A connection that is cut by the limit may fail in either way.
        catch (Exception slow) when (slow is OperationCanceledException or HttpRequestException or IOException
            && limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            var message = $"no complete answer within {request.TimeLimit.TotalSeconds:0} seconds";
            return new FetchAttempt(Answer: null, new TimeoutException(message, slow));
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or InvalidDataException)
        {
            return new FetchAttempt(Answer: null, lost);
        }
    }

    private async Task<FetchedBody> AskAsync(FetchRequest request, FetchMeter meter, CancellationToken cancellationToken)
    {
        using var message = Message(request);
        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        foreach (var (name, value) in request.Headers)
        {
            message.Headers.Remove(name);
            message.Headers.TryAddWithoutValidation(name, value);
        }

        request.Held?.AddTo(message);
        request.Key?.AddTo(message);
        using var response = await wire.SendAsync(message, cancellationToken);
        return new FetchedBody(
            request.Url,
            response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            await BoundedBody.ReadAsync(response.Content, request, meter, cancellationToken),
            response.Headers.Location,
            RetryAfterOf(response),
            response.Content.Headers.ContentType?.CharSet)
        {
            Validators = Validators.Of(response),
        };
    }

    private static HttpRequestMessage Message(FetchRequest request) => request.Token is { } token
        ? new HttpRequestMessage(HttpMethod.Post, request.Url)
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("access_token", token.Reveal())]),
        }
        : new HttpRequestMessage(HttpMethod.Get, request.Url);

    /// <summary>A date is measured on the clock of the host that wrote it, where that host tells its time.</summary>
    private TimeSpan? RetryAfterOf(HttpResponseMessage response)
    {
        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } seconds } => seconds,
            { Date: { } date } => date - (response.Headers.Date ?? clock.GetUtcNow()),
            _ => TimeSpan.Zero,
        };
        return wait > TimeSpan.Zero ? wait : null;
    }
}
