using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Faults.Rig;
using Hosts;

namespace Faults.Scheduling;

/// <summary>One of several Scrapers on a journal in PostgreSQL, with a network of its own to the database.</summary>
internal sealed class ScraperNode : IAsyncDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("onlinecinema-scraper-");
    private readonly TcpGate _gate = new(PostgresServer.Shared.Port);
    private readonly Uri _address = new($"http://127.0.0.1:{FreePort()}");
    private readonly Dictionary<string, string> _settings;

    public ScraperNode(string journal, Uri metadata, IReadOnlyDictionary<string, string> settings)
    {
        var own = new Npgsql.NpgsqlConnectionStringBuilder(journal) { Port = _gate.Port };
        _settings = new Dictionary<string, string>(settings, StringComparer.Ordinal)
        {
            ["DataDirectory"] = _directory.FullName,
            ["ConnectionStrings__Scraper"] = own.ConnectionString,
            ["Metadata__BaseUrl"] = metadata.ToString(),
            ["Metadata__ApiKey"] = Installation.Key,
            ["Network__AllowPrivateAddresses"] = "true",
            ["Starter__Enabled"] = "false",
            ["Journal__LeaseDuration"] = "00:00:05",
        };
    }

    public MetadataProcess Process { get; private set; } = null!;

    /// <summary>The network between this node and the database.</summary>
    public TcpGate Gate => _gate;

    public async Task StartAsync()
    {
        Process = MetadataProcess.Launch(_address, _settings, program: [Assembly(), "serve"]);
        await Process.AnswersAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _gate.Open();
        if (Process is not null)
        {
            await Process.DisposeAsync();
        }

        _gate.Dispose();
        _directory.Delete(recursive: true);
    }

    // The Scraper beside this test's own output, built the same way.
    private static string Assembly([CallerFilePath] string here = "")
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
        return Path.Combine(root, "artifacts", "bin", "Scraper", configuration, "Scraper.dll");
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
