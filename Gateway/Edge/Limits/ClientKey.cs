using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Gateway.Edge.Limits;

internal static class ClientKey
{
    private const int Ipv6Bytes = 16;
    private const int Ipv4Bytes = 4;

    // 0:ffff::/32 belongs to nobody, so no IPv6 household has the key of an IPv4 address.
    private const ulong Ipv4 = 0x0000_FFFF_0000_0000;

    /// <summary>What counts as one client: an IPv4 address, also when mapped into IPv6, or an IPv6 /64, which is what
    /// one household gets.</summary>
    public static ulong Of(IPAddress? address)
    {
        if (address is null)
        {
            return 0;
        }

        Span<byte> bytes = stackalloc byte[Ipv6Bytes];
        address.TryWriteBytes(bytes, out _);
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return Ipv4 | BinaryPrimitives.ReadUInt32BigEndian(bytes);
        }

        return address.IsIPv4MappedToIPv6
            ? Ipv4 | BinaryPrimitives.ReadUInt32BigEndian(bytes[^Ipv4Bytes..])
            : BinaryPrimitives.ReadUInt64BigEndian(bytes);
    }
}
