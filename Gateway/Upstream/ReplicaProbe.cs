using Microsoft.Extensions.Options;

namespace Gateway.Upstream;

/// <summary>Once a second tries out one replica that is out: the one that was not tried for longest.</summary>
internal sealed partial class ReplicaProbe(
    Replicas replicas, IHttpClientFactory clients, IOptions<UpstreamOptions> options, TimeProvider clock,
    ILogger<ReplicaProbe> logger) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryOutOneAsync(stoppingToken);
        }
    }

    /// <summary>Nothing where none has been out for long enough.</summary>
    internal async Task TryOutOneAsync(CancellationToken stoppingToken)
    {
        var now = clock.GetUtcNow();
        var due = replicas.All.Where(replica => now - replica.OutSince >= options.Value.OutFor)
            .MinBy(replica => replica.OutSince);
        if (due is not null)
        {
            await TryOutAsync(due, stoppingToken);
        }
    }

    private async Task TryOutAsync(Replica replica, CancellationToken stoppingToken)
    {
        if (!await IsReadyAsync(replica, stoppingToken))
        {
            replica.Failed(clock.GetUtcNow());
        }
        else if (replica.Succeeded())
        {
            Back(replica.Address.Root);
        }
    }

    private async Task<bool> IsReadyAsync(Replica replica, CancellationToken stoppingToken)
    {
        using var deadline = new CancellationTokenSource(Tick, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, stoppingToken);
        using var http = clients.CreateClient(nameof(ReplicaProbe));
        try
        {
            using var answer = await http.GetAsync(new Uri(replica.Address.Root, "health/ready"), either.Token);
            return !UpstreamAttempts.IsFailure(answer);
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
