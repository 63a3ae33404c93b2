using System.Net;
using System.Net.Sockets;

namespace Gateway.Site.Posters;

internal static class PublicAddress
{
    /// <summary>IANA's special-purpose registry for IPv4, where it is not globally reachable.</summary>
    private static readonly IPNetwork[] PrivateIpv4 = Networks(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/4", "240.0.0.0/4");

    /// <summary>Only 2000::/3 is given out; in it Teredo, documentation and 6to4 lead elsewhere.</summary>
    private static readonly IPNetwork PublicIpv6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] PrivateIpv6 = Networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /// <summary>Whether an address is on the public internet, not a door to this machine or its neighbours.</summary>
    public static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetwork
            ? !PrivateIpv4.Any(network => network.Contains(plain))
            : PublicIpv6.Contains(plain) && !PrivateIpv6.Any(network => network.Contains(plain));
    }

    private static IPNetwork[] Networks(params string[] texts) => [.. texts.Select(text => IPNetwork.Parse(text))];
}
