using System.Net;
using System.Net.Sockets;
using Metadata.Client;
using Microsoft.Extensions.Options;

namespace Gateway.Upstream;

/// <summary>Finds the replicas behind the configured addresses: a name that stands for several IPv4 addresses, as a
/// scaled service of compose has, is as many replicas.</summary>
internal sealed class ReplicaNames(IOptions<MetadataOptions> options, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    private readonly IReadOnlyList<Uri> _roots = options.Value.Roots;

    /// <summary>Whether looking can tell anything.</summary>
    public bool AreThere => _roots.Any(IsExpandable);

    public async Task<IReadOnlyList<ReplicaAddress>> LookUpAsync(CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(_roots.Select(root => LookUpAsync(root, cancellationToken)));
        return [.. found.SelectMany(addresses => addresses)];
    }

    private async Task<IReadOnlyList<ReplicaAddress>> LookUpAsync(Uri root, CancellationToken cancellationToken)
    {
        ReplicaAddress[] asItIs = [new(root)];
        if (!IsExpandable(root))
        {
            return asItIs;
        }

        try
        {
            // IPv6 addresses beside them belong to the same processes.
            var addresses = (await resolve(root.Host, cancellationToken))
                .Where(address => address.AddressFamily == AddressFamily.InterNetwork)
                .Select(address => address.ToString()).Order(StringComparer.Ordinal).ToList();
            return addresses.Count > 1
                ? [.. addresses.Select(address => new ReplicaAddress(new UriBuilder(root) { Host = address }.Uri, root.Authority))]
                : asItIs;
        }
        catch (SocketException)
        {
            // The connection will say the same of the name, to those who ask.
            return asItIs;
        }
    }

    // A certificate is for the name, and the names of this machine stand for one service under several addresses.
    private static bool IsExpandable(Uri root) =>
        root.Scheme == Uri.UriSchemeHttp && root.HostNameType == UriHostNameType.Dns && !root.IsLoopback;
}
