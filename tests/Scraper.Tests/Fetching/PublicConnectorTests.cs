using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Scraper.Fetching;
using Scraper.Sources;

namespace Scraper.Tests.Fetching;

public sealed class PublicConnectorTests : IDisposable
{
    // Nobody may ever knock here.
    private readonly TcpListener _canary = new(IPAddress.Loopback, 0);

    public PublicConnectorTests() => _canary.Start();

    private int Port => ((IPEndPoint)_canary.LocalEndpoint).Port;

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("2130706433")]
    [InlineData("0x7f000001")]
    [InlineData("0177.0.0.1")]
    [InlineData("127.1")]
    [InlineData("127.0.0.1.")]
    [InlineData("①②⑦.0.0.1")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::ffff:7f00:1]")]
    [InlineData("0.0.0.0")]
    [InlineData("rebound.example")]
    public async Task No_form_of_loopback_is_connected_to(string host)
    {
        var url = new Uri($"http://{host}:{Port}/");
        using var factory = Factory((_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback, IPAddress.IPv6Loopback]));
        var meter = new FetchMeter();

        var refused = await Assert.ThrowsAsync<SourceException>(() =>
            factory.Create(new FetchScope(url, TimeSpan.Zero), meter).GetBytesAsync(url, CancellationToken.None));

        Assert.Equal(SourceFailure.Forbidden, refused.Failure);
        Assert.Contains("Network:AllowPrivateAddresses", refused.Message, StringComparison.Ordinal);
        Assert.False(_canary.Pending());
        Assert.Equal((0, 0), (meter.Requests, meter.Retries));
    }

    [Fact]
    public async Task A_name_that_resolves_differently_each_time_gains_nothing()
    {
        // Alternates like a name server that rebinds.
        var asked = 0;
        IPAddress[][] faces = [[IPAddress.Loopback], [IPAddress.IPv6Loopback], [IPAddress.Parse("::ffff:127.0.0.1")]];
        var connector = new PublicConnector(
            allowPrivate: false, (_, _) => Task.FromResult(faces[asked++ % faces.Length]));

        for (var turn = 0; turn < 10_000; turn++)
        {
            await Assert.ThrowsAsync<SourceException>(async () =>
                await connector.ConnectAsync(new DnsEndPoint("rebound.example", Port), CancellationToken.None));
        }

        Assert.Equal(10_000, asked);
        Assert.False(_canary.Pending());
    }

    [Fact]
    public async Task A_name_without_an_address_is_told()
    {
        var connector = new PublicConnector(allowPrivate: false, (_, _) => Task.FromResult<IPAddress[]>([]));

        var refused = await Assert.ThrowsAsync<SourceException>(async () =>
            await connector.ConnectAsync(new DnsEndPoint("nowhere.example", 443), CancellationToken.None));

        Assert.Contains("nowhere.example", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tests_may_allow_loopback()
    {
        var connector = new PublicConnector(allowPrivate: true, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));

        await using var stream = await connector.ConnectAsync(new DnsEndPoint("stub.example", Port), CancellationToken.None);

        Assert.True(stream.CanWrite);
    }

    [Fact]
    public async Task The_next_address_is_tried_when_the_first_does_not_answer()
    {
        var connector = new PublicConnector(
            allowPrivate: true, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("127.0.0.2"), IPAddress.Loopback]));

        await using var stream = await connector.ConnectAsync(new DnsEndPoint("stub.example", Port), CancellationToken.None);

        Assert.True(stream.CanWrite);
    }

    public void Dispose() => _canary.Dispose();

    private static PoliteHttpFactory Factory(Func<string, CancellationToken, Task<IPAddress[]>> resolve) => new(
        PoliteHttpFactory.Wire(new NetworkOptions(), resolve), TimeProvider.System, Random.Shared, NullLoggerFactory.Instance);
}
