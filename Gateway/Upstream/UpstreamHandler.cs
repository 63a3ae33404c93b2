using Gateway.Catalog;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Hedging;

namespace Gateway.Upstream;

/// <summary>Asks one replica of Metadata, and a read once more when that fails or dawdles:
/// 1. a replica in service is asked; one that cannot be connected to has not been asked, the next one is;
/// 2. when it fails, or says nothing for a while, another one is asked the same, within the budget for repetitions;
/// 3. the first whole answer counts, the other attempt is cancelled;
/// 4. every attempt tells on its replica; a caller that goes away tells nothing.</summary>
internal sealed partial class UpstreamHandler : DelegatingHandler
{
    private static readonly ResiliencePropertyKey<UpstreamCall> Call = new("call");

    private readonly Replicas _replicas;
    private readonly RetryBudget _budget;
    private readonly CatalogOptions _catalog;
    private readonly TimeProvider _clock;
    private readonly ILogger<UpstreamHandler> _logger;
    private readonly ResiliencePipeline<HttpResponseMessage> _repeating;

    public UpstreamHandler(
        Replicas replicas, RetryBudget budget, IOptions<UpstreamOptions> upstream, IOptions<CatalogOptions> catalog,
        TimeProvider clock, ILogger<UpstreamHandler> logger)
    {
        (_replicas, _budget, _catalog, _clock, _logger) = (replicas, budget, catalog.Value, clock, logger);
        _repeating = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
            .AddHedging(new HedgingStrategyOptions<HttpResponseMessage>
            {
                MaxHedgedAttempts = 1,
                Delay = upstream.Value.HedgeAfter,
                ShouldHandle = attempt => ValueTask.FromResult(
                    attempt.Outcome.Exception is HttpRequestException || IsFailure(attempt.Outcome.Result)),
                ActionGenerator = Repeat,
            })
            .Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = new UpstreamCall(request, _catalog.Deadline, _clock, cancellationToken);
        if (!call.IsRead)
        {
            return await AskAsync(call, cancellationToken);
        }

        _budget.Earn();
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(Call, call);
        try
        {
            return await _repeating.ExecuteAsync(
                static async (attempt, handler) => await handler.AskAsync(
                    attempt.Properties.GetValue(Call, null!), attempt.CancellationToken),
                context, this);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private Func<ValueTask<Outcome<HttpResponseMessage>>>? Repeat(HedgingActionGeneratorArguments<HttpResponseMessage> first) =>
        first.PrimaryContext.Properties.GetValue(Call, null!).CanRepeat(_replicas) && _budget.TrySpend()
            ? () => first.Callback(first.ActionContext)
            : null;

    private async Task<HttpResponseMessage> AskAsync(UpstreamCall call, CancellationToken attempt)
    {
        var isFirst = call.Begin();
        while (true)
        {
            var replica = call.Next(_replicas);
            replica.Begin();
            try
            {
                var answer = await SendAsync(call, replica, attempt);
                Judge(call, replica, answer);
                return answer;
            }
            catch (HttpRequestException refused) when (WasNotReached(refused))
            {
                Failed(call, replica, refused.Message);
                if (!call.HasMore(_replicas))
                {
                    throw;
                }
            }
            catch (HttpRequestException failure)
            {
                Failed(call, replica, failure.Message);
                throw;
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
    private async Task<HttpResponseMessage> SendAsync(UpstreamCall call, Replica replica, CancellationToken attempt)
    {
        HttpResponseMessage? answer = null;
        try
        {
            answer = await base.SendAsync(call.For(replica.Address), attempt);
            await answer.Content.LoadIntoBufferAsync(_catalog.MaxAnswerBytes, attempt);
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
        if (replica.Failed(_clock.GetUtcNow()))
        {
            Out(replica.Address.Root, reason);
        }
    }

    private static bool IsFailure(HttpResponseMessage? answer) => (int?)answer?.StatusCode >= 500;

    private static bool WasNotReached(HttpRequestException failure) => failure.HttpRequestError
        is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Metadata at {Replica} is left out from now on: {Reason}")]
    private partial void Out(Uri replica, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Metadata at {Replica} answers again")]
    private partial void Back(Uri replica);
}
