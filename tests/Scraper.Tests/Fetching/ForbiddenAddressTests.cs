using System.Net;
using System.Net.Sockets;
using Hosts;
using Metadata.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Scraper.Fetching;
using Scraper.Sources;

namespace Scraper.Tests.Fetching;

/// <summary>F6: no form of a forbidden address is connected to, asked for directly, by a redirect, or by a name.</summary>
public sealed class ForbiddenAddressTests : IDisposable
{
    private static readonly IPAddress[] Inside = [IPAddress.Loopback, IPAddress.IPv6Loopback];

    // Nobody may ever knock here.
    private readonly TcpListener _canary = new(IPAddress.IPv6Any, 0);

    public ForbiddenAddressTests()
    {
        _canary.Server.DualMode = true;
        _canary.Start();
    }

    private int Port => ((IPEndPoint)_canary.LocalEndpoint).Port;

    [Fact]
    public async Task No_form_is_connected_to_directly()
    {
        using var factory = Factory(_ => Inside);
        var refused = 0;
        foreach (var host in ForbiddenAddresses.Hosts)
        {
            // What is no address at all never leaves the program.
            if (Uri.TryCreate($"http://{host}:{Port}/", UriKind.Absolute, out var url))
            {
                // A slip in the table must not knock at a stranger's door.
                Assert.False(IPAddress.TryParse(url.IdnHost, out var literal) && PublicAddress.IsPublic(literal), host);
                await RefusedAsync(factory, new FetchScope(new Uri(url.GetLeftPart(UriPartial.Authority)), TimeSpan.Zero), url, host);
                refused++;
            }
        }

        Assert.InRange(refused, 80, ForbiddenAddresses.Hosts.Count);
        Assert.False(_canary.Pending());
    }

    [Fact]
    public async Task No_form_is_reached_by_a_redirect()
    {
        var clock = new ManualTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        foreach (var host in ForbiddenAddresses.Hosts)
        {
            var asked = new ScriptedHost(clock, () => ScriptedHost.Moved(HttpStatusCode.Found, $"http://{host}:{Port}/"), ScriptedHost.Ok);
            using var factory = new PoliteHttpFactory(asked, clock, new Random(1), NullLoggerFactory.Instance);
            var http = factory.Create(new FetchScope(new Uri("http://films.example"), TimeSpan.Zero, WithSubdomains: true), new FetchMeter());

            // What is no address at all leads nowhere, and is no redirect.
            await Record.ExceptionAsync(() => http.GetBytesAsync(new Uri("http://films.example/a"), CancellationToken.None));

            Assert.Equal("films.example", Assert.Single(asked.Asked).Url.Host);
        }
    }

    [Fact]
    public async Task No_address_is_connected_to_because_a_name_server_says_so()
    {
        foreach (var address in ForbiddenAddresses.Addresses)
        {
            using var factory = Factory(_ => [IPAddress.Parse(address)]);
            var url = new Uri($"http://films.example:{Port}/");
            await RefusedAsync(factory, new FetchScope(url, TimeSpan.Zero), url, address);
        }

        Assert.False(_canary.Pending());
    }

    [Fact]
    public async Task The_same_name_is_connected_to_where_that_is_allowed()
    {
        var connector = new PublicConnector(allowPrivate: true, (_, _) => Task.FromResult(Inside));

        await using var stream = await connector.ConnectAsync(new DnsEndPoint("films.example", Port), CancellationToken.None);

        Assert.True(_canary.Pending());
    }

    public void Dispose() => _canary.Dispose();

    private static async Task RefusedAsync(PoliteHttpFactory factory, FetchScope scope, Uri url, string form)
    {
        var meter = new FetchMeter();
        var refused = await Record.ExceptionAsync(() => factory.Create(scope, meter).GetBytesAsync(url, CancellationToken.None));
        Assert.True(refused is SourceException { Failure: SourceFailure.Forbidden }, $"{form}: {refused}");
        Assert.Equal(0, meter.Retries);
    }

    private static PoliteHttpFactory Factory(Func<string, IPAddress[]> resolve) => new(
        PoliteHttpFactory.Wire(new NetworkOptions(), (name, _) => Task.FromResult(resolve(name))),
        TimeProvider.System, Random.Shared, NullLoggerFactory.Instance);
}
