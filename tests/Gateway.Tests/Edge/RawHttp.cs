using System.Net.Sockets;
using System.Text;

namespace Gateway.Tests.Edge;

internal static class RawHttp
{
    /// <summary>Sends a request line exactly as written, which no client library would, and reads the status.</summary>
    public static async Task<(int Status, string Text)> SendAsync(Uri root, string method, string target, params string[] headers)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(root.Host, root.Port);
        await using var stream = socket.GetStream();
        string[] lines = [$"{method} {target} HTTP/1.1", $"Host: {root.Authority}", "Connection: close", .. headers, "", ""];
        await stream.WriteAsync(Encoding.Latin1.GetBytes(string.Join("\r\n", lines)));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = await reader.ReadToEndAsync();
        return (int.Parse(text.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), text);
    }
}
