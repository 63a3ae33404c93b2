using System.Net;
using Gateway.Tests.Catalog;
using Gateway.Upstream;
using Hosts;
using Metadata.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Gateway.Tests.Upstream;

public sealed class ReplicaWatchTests : IAsyncDisposable
{
    private readonly StubReplicas _stub = new();
    private readonly ManualTimeProvider _clock = new(DateTimeOffset.UnixEpoch);
    private readonly ServiceProvider _services;
    private readonly ReplicaWatch _watch;
    private IPAddress[] _resolved = [IPAddress.Parse("10.0.0.1")];

    public ReplicaWatchTests()
    {
        _services = new ServiceCollection()
            .AddHttpClient(nameof(ReplicaWatch)).ConfigurePrimaryHttpMessageHandler(() => new Direct(_stub)).Services
            .BuildServiceProvider();
        var metadata = Options.Create(new MetadataOptions { BaseUrl = "http://a;http://b;http://c" });
        _watch = new ReplicaWatch(
            _stub.Replicas, new ReplicaNames(metadata, (name, _) => Task.FromResult(name == "c" ? _resolved : [])),
            _services.GetRequiredService<IHttpClientFactory>(), Options.Create(new UpstreamOptions()), _clock,
            NullLogger<ReplicaWatch>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        await _watch.StopAsync(CancellationToken.None);
        _watch.Dispose();
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
            await ReadCatalogTests.Until(() => _clock.WaitingTimers == 1);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        await ReadCatalogTests.Until(() => _clock.WaitingTimers == 1);
    }

    [Fact]
    public async Task A_replica_that_is_well_again_comes_back_when_it_was_out_for_a_while()
    {
        TakeOut("a");
        await _watch.StartAsync(CancellationToken.None);

        await PassAsync(4);
        Assert.Empty(_stub.Asked);
        await PassAsync(2);

        await ReadCatalogTests.Until(() => !_stub["a"].IsOut);
        Assert.Equal(["GET a -"], _stub.Asked);
    }

    [Fact]
    public async Task A_sick_replica_is_tried_out_every_few_seconds_and_stays_out()
    {
        TakeOut("a");
        _stub.On("a", HttpStatusCode.ServiceUnavailable);
        await _watch.StartAsync(CancellationToken.None);

        await PassAsync(31);

        Assert.True(_stub["a"].IsOut);
        Assert.InRange(_stub.Asked.Count, 4, 6);
    }

    [Fact]
    public async Task Who_joins_under_a_name_is_asked_too()
    {
        await _watch.StartAsync(CancellationToken.None);
        _resolved = [IPAddress.Parse("10.0.0.1"), IPAddress.Parse("10.0.0.2")];

        await PassAsync(6);

        Assert.Equal(["a", "b", "10.0.0.1", "10.0.0.2"], _stub.Replicas.All.Select(replica => replica.Address.Root.Host));
    }

    private sealed class Direct(HttpMessageHandler replicas) : DelegatingHandler(replicas);
}
