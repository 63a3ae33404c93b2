using System.Net;
using System.Net.Sockets;

namespace Journey.Tests.Processes;

/// <summary>Free ports, told to services that must know each other's address before they start.</summary>
internal static class LoopbackPorts
{
    public static IReadOnlyList<Uri> Take(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        try
        {
            listeners.ForEach(listener => listener.Start());
            return [.. listeners
                .Select(listener => (IPEndPoint)listener.LocalEndpoint)
                .Select(free => new Uri($"http://127.0.0.1:{free.Port}"))];
        }
        finally
        {
            listeners.ForEach(listener => listener.Dispose());
        }
    }
}
