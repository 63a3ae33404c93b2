using Metadata.Caching;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Gateway.Edge.Limits;

/// <summary>One limit for a client over all Gateways that share a Redis. While Redis is away or hangs, each Gateway gives
/// away its own part of the limit: nobody waits longer for the decision than <see cref="Patience"/>, and hardly anybody
/// that long.</summary>
internal sealed class SharedLimits(
    RateLimiter own, RedisLink redis, IOptions<RateLimitOptions> options, TimeProvider clock) : BackgroundService
{
    /// <summary>For one decision. <see cref="RedisLink"/> gives up on Redis only after its own, longer patience: one late
    /// answer is no outage.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(12);

    private static readonly TimeSpan AttendEvery = TimeSpan.FromSeconds(2);
    private const int AbsentAfterSeconds = 7;

    /// <summary>Until Redis has told how many there are: who configures Redis has more than one Gateway.</summary>
    private const int AssumedGateways = 2;

    private readonly RateLimitOptions _limits = options.Value;
    private readonly RedisValue _name = Guid.NewGuid().ToString("N");
    private volatile int _gateways = AssumedGateways;

    /// <summary>Whether the limit is shared at all.</summary>
    public bool IsConfigured => redis.IsConfigured;

    /// <summary>Gateways that share the limit, as Redis has last told.</summary>
    public int Gateways => _gateways;

    /// <summary>Admits a request and answers zero, or answers how long the client has to wait.</summary>
    public async ValueTask<TimeSpan> AdmitAsync(ulong client, RequestCost cost)
    {
        if (own.Refused(client, cost) is { Ticks: > 0 } refused)
        {
            return refused;
        }

        if (await AskAsync(client, cost) is not { } wait)
        {
            return own.Admit(client, cost, _gateways);
        }

        own.Note(client, cost, wait);
        return wait;
    }

    /// <summary>The first visitor already finds Redis in use, if it is there.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (redis.IsConfigured)
        {
            await redis.TryOutAsync(cancellationToken);
            await AttendAsync();
            await base.StartAsync(cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pause = new PeriodicTimer(AttendEvery, clock);
        while (await pause.WaitForNextTickAsync(stoppingToken))
        {
            await AttendAsync();
        }
    }

    /// <summary>Tells that this Gateway is there, and hears how many are.</summary>
    private async Task AttendAsync()
    {
        var (answered, count) = await redis.TryAsync(database => database.ScriptEvaluateAsync(
            SharedWindows.Attend, [SharedWindows.Gateways], [_name, AbsentAfterSeconds]));
        _gateways = answered ? Math.Max(1, (int)count) : _gateways;
    }

    /// <summary>What Redis says; null when it is out of use or takes too long.</summary>
    private async ValueTask<TimeSpan?> AskAsync(ulong client, RequestCost cost)
    {
        var asked = redis.TryAsync(database => database.ScriptEvaluateAsync(
            SharedWindows.Admit, SharedWindows.Keys(client, cost.Kind), SharedWindows.Arguments(cost, _limits)));
        if (!asked.IsCompleted && await Task.WhenAny(asked, Task.Delay(Patience, clock)) != asked)
        {
            return null;
        }

        var (answered, milliseconds) = await asked;
        return answered ? TimeSpan.FromMilliseconds((long)milliseconds) : null;
    }
}
