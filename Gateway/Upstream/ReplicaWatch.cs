using Microsoft.Extensions.Options;

namespace Gateway.Upstream;

/// <summary>Once a second tries out one replica that is out, the one that was not tried for longest, and every five
/// seconds looks who stands behind the names.</summary>
internal sealed partial class ReplicaWatch(
    Replicas replicas, ReplicaNames names, IHttpClientFactory clients, IOptions<UpstreamOptions> options,
    TimeProvider clock, ILogger<ReplicaWatch> logger) : BackgroundService
{
    private const int TicksPerLookUp = 5;
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, clock);
        for (var tick = 0; ; tick = (tick + 1) % TicksPerLookUp)
        {
            if (tick == 0 && names.AreThere)
            {
                replicas.MoveTo(await names.LookUpAsync(stoppingToken));
            }

            await TryOutAsync(stoppingToken);
            await timer.WaitForNextTickAsync(stoppingToken);
        }
    }

    private async Task TryOutAsync(CancellationToken stoppingToken)
    {
        var now = clock.GetUtcNow();
        var longest = replicas.All.Where(replica => now - replica.OutSince >= options.Value.OutFor)
            .MinBy(replica => replica.OutSince);
        if (longest is null)
        {
            return;
        }

        if (!await IsReadyAsync(longest, stoppingToken))
        {
            longest.Failed(clock.GetUtcNow());
        }
        else if (longest.Succeeded())
        {
            Back(longest.Address.Root);
        }
    }

    private async Task<bool> IsReadyAsync(Replica replica, CancellationToken stoppingToken)
    {
        using var deadline = new CancellationTokenSource(Tick, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, stoppingToken);
        using var http = clients.CreateClient(nameof(ReplicaWatch));
        try
        {
            using var answer = await http.GetAsync(new Uri(replica.Address.Root, "health/ready"), either.Token);
            return (int)answer.StatusCode < 500;
        }
        catch (Exception failure) when (failure is HttpRequestException
            || (failure is OperationCanceledException && !stoppingToken.IsCancellationRequested))
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Metadata at {Replica} is ready again")]
    private partial void Back(Uri replica);
}
