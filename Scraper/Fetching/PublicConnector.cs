using System.Net;
using System.Net.Sockets;
using Metadata.Client;
using Scraper.Sources;

namespace Scraper.Fetching;

/// <summary>Opens connections to public addresses only. The address that is judged is the one connected to, so a name
/// that resolves differently the second time gains nothing.</summary>
/// <param name="allowPrivate">Judge nothing: for tests on loopback.</param>
/// <param name="resolve">Looks a host name up.</param>
internal sealed class PublicConnector(
    bool allowPrivate, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint target, CancellationToken cancellationToken)
    {
        var found = IPAddress.TryParse(target.Host, out var literal)
            ? [literal]
            : await resolve(target.Host, cancellationToken);
        var allowed = allowPrivate ? found : Array.FindAll(found, PublicAddress.IsPublic);
        if (allowed.Length == 0)
        {
            throw new SourceException(SourceFailure.Forbidden, Describe(target.Host, found));
        }

        return await ConnectToFirstAsync(allowed, target.Port, cancellationToken);
    }

    private static async Task<Stream> ConnectToFirstAsync(
        IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        for (var index = 0; ; index++)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(addresses[index], port), cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException) when (index + 1 < addresses.Length)
            {
                // The next address of the same name may answer.
                socket.Dispose();
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }

    private static string Describe(string host, IPAddress[] found) => found.Length == 0
        ? $"The name {host} has no address. Check Sources:<name>:BaseUrl."
        : $"The host {host} is at {string.Join(", ", found.Select(address => address.ToString()))}, which is not a public "
          + "address. Only public hosts are fetched; for tests on loopback set Network:AllowPrivateAddresses to true.";
}
