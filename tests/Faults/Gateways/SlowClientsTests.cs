using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Faults.Rig;

namespace Faults.Gateways;

/// <summary>Thousands of connections on which a byte comes every ten seconds, half of them in the headers and half in a
/// body: the Gateway closes them all and answers everybody else meanwhile.</summary>
public sealed class SlowClientsTests : IDisposable
{
    private const int Connections = 4_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(35);
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);

    private static readonly string[] Beginnings =
    [
        "GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ",
        "POST /api/v1/movies/1/problems HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n{",
    ];

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("onlinecinema-gateway-");

    // Its folder is a neighbour of ours, of the same configuration.
    private static string Program { get; } = Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Gateway", new DirectoryInfo(AppContext.BaseDirectory).Name, "Gateway.dll");

    [Fact]
    public async Task Slow_clients_are_gone_in_time_and_others_are_answered_meanwhile()
    {
        var address = FreeAddress();
        await using var gateway = MetadataProcess.Launch(address, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DataDirectory"] = _directory.FullName,
            ["Metadata__BaseUrl"] = "http://127.0.0.1:9",
            ["Metadata__ApiKey"] = Installation.Key,
        }, program: [Program]);
        await gateway.AnswersAsync();
        using var http = new HttpClient { BaseAddress = address };
        var sockets = await Task.WhenAll(Enumerable.Range(0, Connections).Select(number => ConnectAsync(address, number)));
        using var limit = new CancellationTokenSource(Patience);

        var closed = sockets.Select(socket => DripAsync(socket, limit.Token)).ToList();
        var answered = 0;
        while (!closed.TrueForAll(end => end.IsCompleted))
        {
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health/live")).StatusCode);
            answered++;
            await Task.WhenAny(Task.WhenAll(closed), Task.Delay(TimeSpan.FromMilliseconds(100)));
        }

        Assert.Equal(Connections, (await Task.WhenAll(closed)).Count(isClosed => isClosed));
        Assert.InRange(answered, 10, int.MaxValue);
    }

    public void Dispose() => _directory.Delete(recursive: true);

    private static async Task<Socket> ConnectAsync(Uri address, int number)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(address.Host, address.Port);
        await socket.SendAsync(Encoding.ASCII.GetBytes(Beginnings[number % Beginnings.Length]));
        return socket;
    }

    /// <summary>Sends a byte now and then; answers whether the other side has closed in time.</summary>
    private static async Task<bool> DripAsync(Socket socket, CancellationToken cancellationToken)
    {
        using (socket)
        {
            var closed = EndAsync(socket, cancellationToken);
            try
            {
                while (await Task.WhenAny(closed, Task.Delay(Between, CancellationToken.None)) != closed)
                {
                    await socket.SendAsync("a"u8.ToArray(), CancellationToken.None);
                }
            }
            catch (SocketException)
            {
                // Closed meanwhile, as the other task is about to find.
            }

            return await closed;
        }
    }

    private static async Task<bool> EndAsync(Socket socket, CancellationToken cancellationToken)
    {
        var buffer = new byte[4096];
        try
        {
            while (await socket.ReceiveAsync(buffer, cancellationToken) > 0)
            {
                // An answer, before the end.
            }

            return true;
        }
        catch (SocketException)
        {
            // Closed over what it had not read.
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"));
    }
}
