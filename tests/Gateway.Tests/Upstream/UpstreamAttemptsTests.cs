using System.Net;
using Gateway.Tests.Catalog;

namespace Gateway.Tests.Upstream;

/// <summary>What attempts tell of a replica.</summary>
public sealed class UpstreamAttemptsTests : IDisposable
{
    private static readonly TimeSpan HedgeAfter = TimeSpan.FromMilliseconds(300);

    private readonly StubReplicas _replicas = new StubReplicas().WithSavedBudget();

    public void Dispose() => _replicas.Dispose();

    [Fact]
    public async Task A_replica_that_cannot_be_connected_to_has_not_been_asked_and_costs_no_repetition()
    {
        using var replicas = new StubReplicas().On("a", HttpRequestError.ConnectionError).On("b", HttpRequestError.ConnectionError);

        for (var request = 0; request < 20; request++)
        {
            Assert.Equal((200, "c"), await replicas.ReadAsync());
        }

        Assert.True(replicas["a"].IsOut);
        Assert.True(replicas["b"].IsOut);
    }

    [Fact]
    public async Task A_replica_that_others_overtake_five_times_is_left_out()
    {
        _replicas.Hang("a").AskFirst("a");

        for (var request = 0; request < 5; request++)
        {
            Assert.False(_replicas["a"].IsOut);
            var reading = _replicas.ReadAsync();
            _replicas.Clock.Advance(HedgeAfter);
            await reading;
            await ReadCatalogTests.Until(() => _replicas["a"].UnderWay == 0);
        }

        Assert.True(_replicas["a"].IsOut);
        Assert.NotEqual("a", (await _replicas.ReadAsync()).Body);
    }

    [Fact]
    public async Task A_visitor_who_leaves_tells_nothing_of_a_replica()
    {
        foreach (var host in new[] { "a", "b", "c" })
        {
            _replicas.Hang(host);
        }

        for (var visitor = 0; visitor < 30; visitor++)
        {
            using var visit = new CancellationTokenSource();
            var reading = _replicas.GetAsync(visit.Token);
            _replicas.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await visit.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        }

        Assert.DoesNotContain(_replicas.Replicas.All, replica => replica.IsOut);
    }

    [Fact]
    public async Task A_replica_that_lets_the_time_run_out_five_times_is_left_out()
    {
        using var only = new StubReplicas("http://a").Hang("a");

        for (var visitor = 0; visitor < 5; visitor++)
        {
            Assert.False(only["a"].IsOut);
            using var visit = new CancellationTokenSource();
            var reading = only.GetAsync(visit.Token);
            only.Clock.Advance(TimeSpan.FromSeconds(2));
            await visit.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        }

        Assert.True(only["a"].IsOut);
    }

    [Fact]
    public async Task A_replica_that_is_out_is_left_alone_until_all_are()
    {
        _replicas.On("a", HttpStatusCode.InternalServerError);
        for (var request = 0; request < 50; request++)
        {
            Assert.Equal(200, (await _replicas.ReadAsync()).Status);
        }

        Assert.Equal(5, _replicas.Asked.Count(asked => asked.StartsWith("GET a", StringComparison.Ordinal)));
    }
}
