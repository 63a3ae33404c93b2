using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Faults.Rig;

/// <summary>Metadata as installed once: its data directory, database, key and address stay while its process comes and
/// goes.</summary>
internal sealed class Installation : IAsyncDisposable
{
    public const string Key = "0123456789abcdefghijklmnopqrstuv";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("onlinecinema-faults-");
    private readonly List<MetadataProcess> _processes = [];

    /// <param name="connectionString">Empty for SQLite in the data directory.</param>
    public Installation(string connectionString = "")
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        Settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DataDirectory"] = DataDirectory,
            ["ConnectionStrings__Movies"] = connectionString,
            ["Metadata__ApiKey"] = Key,
        };
        Api = new Api(NewClient(Address));
    }

    public Uri Address { get; }

    public Api Api { get; }

    public Dictionary<string, string> Settings { get; }

    public string DataDirectory => _directory.FullName;

    public string MoviesFile => Path.Combine(DataDirectory, "movies.db");

    /// <summary>The running process; the last one started.</summary>
    public MetadataProcess Process => _processes[^1];

    /// <summary>A client that may write, for the service itself or something in front of it.</summary>
    public static HttpClient NewClient(Uri address)
    {
        // A call to a process that was killed must not wait for a connection of its predecessor.
        var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        return http;
    }

    public MetadataProcess Launch(string? before = null, IReadOnlyList<string>? under = null)
    {
        _processes.Add(MetadataProcess.Launch(Address, Settings, before, under));
        return Process;
    }

    public async Task StartAsync(string? before = null, IReadOnlyList<string>? under = null) =>
        await Launch(before, under).AnswersAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        Api.Dispose();
        _directory.Delete(recursive: true);
    }
}
