using System.Net;
using System.Net.Sockets;

namespace Gateway.Edge;

internal static class ClientKey
{
    private const int Ipv6SiteBytes = 8;

    /// <summary>What counts as one client: an IPv4 address, also when mapped into IPv6, or an IPv6 /64, which is what
    /// one household gets.</summary>
    public static IPAddress Of(IPAddress? address)
    {
        if (address is null)
        {
            return IPAddress.None;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(Ipv6SiteBytes).Clear();
        return new IPAddress(bytes);
    }
}
