using Gateway.Catalog;
using Microsoft.Extensions.Options;

namespace Gateway.Upstream;

/// <summary>Asks a replica and notes how it did. One that cannot be connected to has not been asked: the next one is.
/// A caller that goes away tells nothing of a replica.</summary>
internal sealed partial class UpstreamAttempts(
    Replicas replicas, IOptions<CatalogOptions> options, TimeProvider clock, ILogger<UpstreamAttempts> logger)
{
    public static bool IsFailure(HttpResponseMessage? answer) => (int?)answer?.StatusCode >= 500;

    public UpstreamCall Begin(HttpRequestMessage request, CancellationToken cancellationToken) =>
        new(request, options.Value.Deadline, clock, cancellationToken);

    /// <exception cref="HttpRequestException">The replica broke off, or none could be connected to.</exception>
    public async Task<HttpResponseMessage> AskAsync(
        UpstreamCall call, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken attempt)
    {
        var isFirst = call.Begin();
        while (true)
        {
            var replica = call.Next(replicas);
            replica.Begin();
            try
            {
                var answer = await ReadAsync(send(call.For(replica.Address), attempt), replica, attempt);
                Judge(call, replica, answer);
                return answer;
            }
            catch (HttpRequestException failure)
            {
                Failed(call, replica, failure.Message);
                if (!WasNotReached(failure) || !call.HasMore(replicas))
                {
                    throw;
                }
            }
            catch (OperationCanceledException) when (call.IsGivenUp ? call.IsOverdue : isFirst)
            {
                Failed(call, replica, call.IsGivenUp ? "No answer in time." : "Another replica was asked later and answered first.");
                throw;
            }
            finally
            {
                replica.End();
            }
        }
    }

    /// <summary>The whole answer, so that one cut off in its middle is a failed attempt too.</summary>
    private async Task<HttpResponseMessage> ReadAsync(
        Task<HttpResponseMessage> sending, Replica replica, CancellationToken attempt)
    {
        HttpResponseMessage? answer = null;
        try
        {
            answer = await sending;
            await answer.Content.LoadIntoBufferAsync(options.Value.MaxAnswerBytes, attempt);
            return answer;
        }
        catch (OperationCanceledException late) when (!attempt.IsCancellationRequested)
        {
            throw new HttpRequestException(
                HttpRequestError.ConnectionError, $"No connection to {replica.Address.Root} in time.", late);
        }
        catch (Exception)
        {
            answer?.Dispose();
            throw;
        }
    }

    private void Judge(UpstreamCall call, Replica replica, HttpResponseMessage answer)
    {
        if (IsFailure(answer))
        {
            Failed(call, replica, $"It answered {(int)answer.StatusCode}.");
        }
        else if (replica.Succeeded())
        {
            Back(replica.Address.Root);
        }
    }

    private void Failed(UpstreamCall call, Replica replica, string reason)
    {
        call.Fail();
        if (replica.Failed(clock.GetUtcNow()))
        {
            Out(replica.Address.Root, reason);
        }
    }

    private static bool WasNotReached(HttpRequestException failure) => failure.HttpRequestError
        is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Metadata at {Replica} is left out from now on: {Reason}")]
    private partial void Out(Uri replica, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Metadata at {Replica} answers again")]
    private partial void Back(Uri replica);
}
