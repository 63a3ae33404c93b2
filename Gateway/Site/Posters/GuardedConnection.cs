using System.Net;
using System.Net.Sockets;
using Metadata.Client;
using Microsoft.Extensions.Options;

namespace Gateway.Site.Posters;

/// <summary>Opens connections to public addresses only. Looks at the addresses it connects to, not at names, so that
/// neither a spelling nor an answer of the name server can lead inside.</summary>
internal sealed class GuardedConnection(IOptions<NetworkOptions> options)
{
    private bool IsAllowed(IPAddress address) => options.Value.AllowPrivateAddresses || PublicAddress.IsPublic(address);

    public async ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var target = context.DnsEndPoint;
        var addresses = await Dns.GetHostAddressesAsync(target.Host, cancellationToken);
        var allowed = addresses.Where(IsAllowed).ToArray();
        if (allowed.Length == 0)
        {
            throw new HttpRequestException(
                $"{target.Host} has no public address ({string.Join(", ", addresses.AsEnumerable())}). Pictures are "
                + "fetched from the internet only; Network:AllowPrivateAddresses lifts that for tests.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
