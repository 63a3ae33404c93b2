using System.Net;
using System.Net.Sockets;
using Gateway.Upstream;
using Metadata.Client;
using Microsoft.Extensions.Options;

namespace Gateway.Tests.Upstream;

public class ReplicaNamesTests
{
    private static async Task<IEnumerable<string>> LookUpAsync(string roots, params string[] addresses)
    {
        var names = new ReplicaNames(
            Options.Create(new MetadataOptions { BaseUrl = roots }),
            (_, _) => addresses.Length > 0
                ? Task.FromResult(addresses.Select(IPAddress.Parse).ToArray())
                : Task.FromException<IPAddress[]>(new SocketException((int)SocketError.HostNotFound)));
        return (await names.LookUpAsync(CancellationToken.None)).Select(replica => $"{replica.Root} {replica.Host}".TrimEnd());
    }

    [Fact]
    public async Task A_name_with_several_addresses_is_as_many_replicas_asked_under_the_name() => Assert.Equal(
        ["http://10.0.0.2:8081/ metadata:8081", "http://10.0.0.3:8081/ metadata:8081"],
        await LookUpAsync("http://metadata:8081", "10.0.0.3", "fd00::3", "10.0.0.2", "fd00::2"));

    [Theory]
    [InlineData("http://metadata:8081", "10.0.0.3", "fd00::3")]
    [InlineData("http://metadata:8081")]
    [InlineData("http://localhost:8081", "127.0.0.1", "127.0.0.2")]
    [InlineData("http://10.0.0.1:8081", "10.0.0.1", "10.0.0.2")]
    [InlineData("https://metadata", "10.0.0.1", "10.0.0.2")]
    public async Task Everything_else_is_asked_as_it_is_written(string root, params string[] addresses) =>
        Assert.Equal([new Uri(root).AbsoluteUri], await LookUpAsync(root, addresses));
}
