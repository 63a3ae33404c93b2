using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Faults.Rig;

namespace Faults.Gateways;

/// <summary>The Gateway as a process of its own, before what a test puts behind it.</summary>
internal sealed class GatewayInstallation : IAsyncDisposable
{
    private readonly DirectoryInfo _directory;

    private GatewayInstallation(MetadataProcess process, Uri address, DirectoryInfo directory)
    {
        (Process, Address, _directory) = (process, address, directory);
        Http = new HttpClient(new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = 256 })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromSeconds(30),
        };
    }

    public MetadataProcess Process { get; }

    public Uri Address { get; }

    public HttpClient Http { get; }

    // Its folder is a neighbour of ours, of the same configuration.
    private static string Program { get; } = Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Gateway", new DirectoryInfo(AppContext.BaseDirectory).Name, "Gateway.dll");

    /// <param name="metadata">The replicas.</param>
    public static async Task<GatewayInstallation> StartAsync(params Uri[] metadata)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        var directory = Directory.CreateTempSubdirectory("onlinecinema-gateway-");
        var process = MetadataProcess.Launch(address, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DataDirectory"] = directory.FullName,
            ["Metadata__BaseUrl"] = string.Join(';', metadata.Select(replica => replica.ToString())),
            ["Metadata__ApiKey"] = Installation.Key,
            ["RateLimits__PerMinute"] = "1000000",
            // Nothing reports before the end.
            ["Reports__Interval"] = "01:00:00",
        }, program: [Program]);
        await process.AnswersAsync();
        return new GatewayInstallation(process, address, directory);
    }

    /// <summary>Status of the answer to a question that was never asked before, so that nothing is at hand for it.</summary>
    public async Task<int> AskAsync(int number)
    {
        using var answer = await Http.GetAsync(string.Create(CultureInfo.InvariantCulture, $"api/v1/movies?page={number}"));
        return (int)answer.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        Http.Dispose();
        _directory.Delete(recursive: true);
    }
}
