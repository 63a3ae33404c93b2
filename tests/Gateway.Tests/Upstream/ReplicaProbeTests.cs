using System.Net;
using Gateway.Upstream;
using Hosts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Gateway.Tests.Upstream;

public sealed class ReplicaProbeTests : IAsyncDisposable
{
    private readonly StubReplicas _stub = new();
    private readonly ManualTimeProvider _clock = new(DateTimeOffset.UnixEpoch);
    private readonly ServiceProvider _services;
    private readonly ReplicaProbe _probe;

    public ReplicaProbeTests()
    {
        _services = new ServiceCollection()
            .AddHttpClient(nameof(ReplicaProbe)).ConfigurePrimaryHttpMessageHandler(() => new Direct(_stub)).Services
            .BuildServiceProvider();
        _probe = new ReplicaProbe(
            _stub.Replicas, _services.GetRequiredService<IHttpClientFactory>(), Options.Create(new UpstreamOptions()), _clock,
            NullLogger<ReplicaProbe>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        _probe.Dispose();
        await _services.DisposeAsync();
        _stub.Dispose();
    }

    private void TakeOut(string host)
    {
        for (var failure = 0; failure < 5; failure++)
        {
            _stub[host].Failed(_clock.GetUtcNow());
        }
    }

    private async Task PassAsync(int seconds)
    {
        for (var second = 0; second < seconds; second++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await _probe.TryOutOneAsync(CancellationToken.None);
        }
    }

    [Fact]
    public async Task A_replica_that_is_well_again_comes_back_when_it_was_out_for_a_while()
    {
        TakeOut("a");
        await PassAsync(4);
        Assert.Empty(_stub.Asked);

        await PassAsync(2);

        Assert.False(_stub["a"].IsOut);
        Assert.Equal(["GET a -"], _stub.Asked);
    }

    [Fact]
    public async Task A_sick_replica_is_tried_out_every_few_seconds_and_stays_out()
    {
        TakeOut("a");
        _stub.On("a", HttpStatusCode.ServiceUnavailable);

        await PassAsync(31);

        Assert.True(_stub["a"].IsOut);
        Assert.InRange(_stub.Asked.Count, 4, 6);
    }

    private sealed class Direct(HttpMessageHandler replicas) : DelegatingHandler(replicas);
}
