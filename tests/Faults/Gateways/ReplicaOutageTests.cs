using Hosts;
using Microsoft.AspNetCore.Http;

namespace Faults.Gateways;

/// <summary>Three replicas of Metadata behind a Gateway, of which one fails in one way after the other.</summary>
public sealed class ReplicaOutageTests : IAsyncLifetime
{
    private const int PerPhase = 5_000;
    private const int AtOnce = 20;

    private readonly StubHost[] _replicas = new StubHost[3];
    private GatewayInstallation _gateway = null!;
    private int _asked;

    public async Task InitializeAsync()
    {
        for (var replica = 0; replica < _replicas.Length; replica++)
        {
            _replicas[replica] = await StubHost.StartAsync(context =>
            {
                context.Response.ContentType = "application/json";
                return context.Response.WriteAsync("""{"items":[],"total":0,"page":1,"pageSize":24}""");
            });
        }

        _gateway = await GatewayInstallation.StartAsync([.. _replicas.Select(replica => replica.BaseUrl)]);
    }

    public async Task DisposeAsync()
    {
        await _gateway.DisposeAsync();
        foreach (var replica in _replicas)
        {
            await replica.DisposeAsync();
        }
    }

    [Fact]
    public async Task Visitors_do_not_notice_a_replica_that_fails_or_hangs()
    {
        var failed = await AskAsync(PerPhase);
        _replicas[0].Fail(Fault.Status(StatusCodes.Status500InternalServerError));
        failed += await AskAsync(PerPhase);
        _replicas[0].Recover();
        await IsAskedAgainAsync(_replicas[0]);
        _replicas[1].Fail(Fault.Hang);
        failed += await AskAsync(PerPhase);
        _replicas[1].Recover();
        await IsAskedAgainAsync(_replicas[1]);
        failed += await AskAsync(PerPhase);

        Assert.InRange(failed, 0, 4 * PerPhase / 1000);
        Assert.InRange(_replicas.Sum(replica => replica.Requests.Count), _asked, 1.2 * _asked);
    }

    private async Task<int> AskAsync(int times)
    {
        var failed = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, times), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (_, _) =>
        {
            if (await _gateway.AskAsync(Interlocked.Increment(ref _asked)) != StatusCodes.Status200OK)
            {
                Interlocked.Increment(ref failed);
            }
        });
        return failed;
    }

    /// <summary>Within half a minute.</summary>
    private async Task IsAskedAgainAsync(StubHost replica)
    {
        var before = Films(replica);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (Films(replica) < before + 10)
        {
            patience.Token.ThrowIfCancellationRequested();
            await AskAsync(times: 10);
        }
    }

    private static int Films(StubHost replica) =>
        replica.Requests.Count(request => request.PathAndQuery.StartsWith("/api/v1/movies", StringComparison.Ordinal));
}
