using Microsoft.Extensions.Options;
using Polly;
using Polly.Hedging;

namespace Gateway.Upstream;

/// <summary>The way of every request to Metadata:
/// 1. one replica is asked (<see cref="UpstreamAttempts"/>);
/// 2. when a read fails, or nothing comes for a while, another one is asked the same, within the budget for repetitions;
/// 3. the first answer that is none of a failure counts, and the other attempt is cancelled.
/// A write is sent once.</summary>
internal sealed class UpstreamHandler : DelegatingHandler
{
    private static readonly ResiliencePropertyKey<UpstreamCall> Call = new("call");

    private readonly UpstreamAttempts _attempts;
    private readonly Replicas _replicas;
    private readonly RetryBudget _budget;
    private readonly ResiliencePipeline<HttpResponseMessage> _repeating;

    public UpstreamHandler(
        UpstreamAttempts attempts, Replicas replicas, RetryBudget budget, IOptions<UpstreamOptions> options, TimeProvider clock)
    {
        (_attempts, _replicas, _budget) = (attempts, replicas, budget);
        _repeating = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
            .AddHedging(new HedgingStrategyOptions<HttpResponseMessage>
            {
                MaxHedgedAttempts = 1,
                Delay = options.Value.HedgeAfter,
                ShouldHandle = attempt => ValueTask.FromResult(
                    attempt.Outcome.Exception is HttpRequestException || UpstreamAttempts.IsFailure(attempt.Outcome.Result)),
                ActionGenerator = Repeat,
            })
            .Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = _attempts.Begin(request, cancellationToken);
        if (!call.IsRead)
        {
            return await _attempts.AskAsync(call, base.SendAsync, cancellationToken);
        }

        _budget.Earn();
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(Call, call);
        try
        {
            return await _repeating.ExecuteAsync(
                static async (attempt, handler) => await handler.AskAsync(attempt), context, this);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private Task<HttpResponseMessage> AskAsync(ResilienceContext attempt) =>
        _attempts.AskAsync(attempt.Properties.GetValue(Call, null!), base.SendAsync, attempt.CancellationToken);

    private Func<ValueTask<Outcome<HttpResponseMessage>>>? Repeat(HedgingActionGeneratorArguments<HttpResponseMessage> first) =>
        first.PrimaryContext.Properties.GetValue(Call, null!).CanRepeat(_replicas) && _budget.TrySpend()
            ? () => first.Callback(first.ActionContext)
            : null;
}
