namespace Scraper.Tests.Fetching;

/// <summary>Forms in which an address can be written that nobody outside may be led to.</summary>
internal static class ForbiddenAddresses
{
    /// <summary>As a name server answers them.</summary>
    public static readonly IReadOnlyList<string> Addresses =
    [
        // Loopback, this network, private, shared by carriers, link-local with the clouds' metadata, benchmarking.
        "127.0.0.1", "127.0.0.2", "127.1.2.3", "127.255.255.255", "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "172.16.0.1",
        "172.31.255.255", "192.168.0.1", "192.168.255.255", "100.64.0.1", "100.127.255.255", "169.254.0.1", "169.254.169.254",
        "198.18.0.1", "198.19.255.255",
        // Documentation, protocol assignments, 6to4's relays, multicast, reserved, broadcast.
        "192.0.2.1", "198.51.100.1", "203.0.113.1", "192.0.0.1", "192.0.0.170", "192.88.99.1", "224.0.0.1", "239.255.255.255",
        "240.0.0.1", "255.255.255.255",
        // The same within IPv6: mapped, compatible, translated, tunnelled.
        "::", "::1", "::ffff:127.0.0.1", "::ffff:7f00:1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::ffff:0.0.0.0",
        "::127.0.0.1", "::7f00:1", "::10.0.0.1", "::ffff:0:127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::7f00:1",
        "2002:7f00:1::", "2002:a00:1::1", "2001::1", "2001:0:7f00:1::", "2001:10::1", "2001:20::1", "2001:2::1",
        // Unique local, link-local with and without a zone, site-local, multicast, documentation, discard, not given out.
        "fc00::1", "fd00::1", "fd12:3456:789a:1::1", "fe80::1", "fe80::1%1", "febf::1", "fec0::1", "ff01::1", "ff02::1", "ff0e::1",
        "2001:db8::1", "3fff::1", "100::1", "5f00::1", "4000::1", "::2",
    ];

    /// <summary>As somebody writes them into an address.</summary>
    public static readonly IReadOnlyList<string> Hosts =
    [
        .. Addresses.Select(address => address.Contains(':', StringComparison.Ordinal)
            ? $"[{address.Replace("%", "%25", StringComparison.Ordinal)}]" : address),
        "localhost", "LOCALHOST", "localhost.", "localhost.localdomain", "ip6-localhost", "2130706433", "0x7f000001", "0x7f.0.0.1",
        "0x7f.0x0.0x0.0x1", "0177.0.0.1", "0177.0.0.01", "017700000001", "127.1", "127.0.1", "127.0.0.1.", "000177.0.0.1", "3232235521",
        "0xA9FEA9FE", "2852039166", "169.254.43518", "①②⑦.0.0.1", "１２７.0.0.1", "127。0。0。1", "0", "0.0", "[::ffff:0x7f000001]",
        "user@127.0.0.1", "user:secret@127.0.0.1", "rebound.example", "127.0.0.1.nip.example", "127.0.0.1%00.example", "127.0.0.1%2f@x",
        "a.films.example.", "xn--127-.example",
    ];
}
