using System.Net;
using Metadata.Client;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Gateway.Edge;

/// <summary>The proxies that may name the client: ForwardedHeaders:KnownProxies, addresses or networks, as a list or
/// separated by commas. Empty means that forwarded headers are ignored, also those from loopback.</summary>
internal static class KnownProxies
{
    public const string Key = "ForwardedHeaders:KnownProxies";

    /// <summary>With a known proxy the right-most hop that is not itself one is the client; what stands to the left of
    /// it was written by that client and proves nothing.</summary>
    public static void Trust(ForwardedHeadersOptions options, IConfiguration configuration)
    {
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        options.ForwardLimit = null;
        foreach (var proxy in Read(configuration))
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownIPNetworks.Add(proxy);
        }
    }

    private static IEnumerable<IPNetwork> Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Key);
        return section.GetChildren().Select(item => item.Value)
            .Append(section.Value)
            .SelectMany(text => (text ?? "").Split(
                [',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(Parse);
    }

    private static IPNetwork Parse(string text)
    {
        if (IPAddress.TryParse(text, out var address))
        {
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        }

        return IPNetwork.TryParse(text, out var network)
            ? network
            : throw new SettingException(
                $"{Key} holds \"{text}\", which is neither an IP address nor a network such as 10.0.0.0/8. "
                + "Name the reverse proxies in front of the Gateway by address, or leave the key empty.");
    }
}
