using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Metadata.Data;

namespace Metadata.Tests.Caching;

/// <summary>A Metadata of its own process, to be stopped and killed.</summary>
internal sealed class ReplicaProcess : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    // Ends the service when the pipe from this process breaks, however this process ended.
    private const string Keeper = """exec 3<&0; "$@" </dev/null >/dev/null 2>&1 3<&- & echo $!; cat <&3 >/dev/null; kill -9 $!""";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("onlinecinema-replica-");
    private readonly Process _keeper;
    private readonly HttpClient _http;

    private ReplicaProcess(string connectionString, string redis)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        listener.Stop();
        var start = new ProcessStartInfo("sh", ["-c", Keeper, "sh", "dotnet", typeof(Catalogue).Assembly.Location])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = _directory.FullName,
            Environment =
            {
                ["ASPNETCORE_URLS"] = address.ToString(),
                ["DataDirectory"] = _directory.FullName,
                ["ConnectionStrings__Movies"] = connectionString,
                ["ConnectionStrings__Redis"] = redis,
                ["Metadata__ApiKey"] = MetadataApp.Key,
            },
        };
        _keeper = Process.Start(start)!;
        Id = int.Parse(_keeper.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
        _http = new HttpClient { BaseAddress = address, Timeout = StartLimit };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", MetadataApp.Key);
        Caller = new Caller(_http);
    }

    public int Id { get; }

    public Caller Caller { get; }

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="connectionString">Empty for SQLite in a directory of its own.</param>
    public static async Task<ReplicaProcess> StartAsync(string connectionString, string redis)
    {
        var replica = new ReplicaProcess(connectionString, redis);
        await Eventually.HoldsAsync(replica.IsReadyAsync, StartLimit);
        return replica;
    }

    /// <summary>STOP, CONT or KILL.</summary>
    public void Signal(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Memory that the process holds, bytes.</summary>
    public long ResidentBytes() => Process.GetProcessById(Id).WorkingSet64;

    public void Dispose()
    {
        _keeper.StandardInput.Close();
        _keeper.WaitForExit();
        _keeper.Dispose();
        _http.Dispose();
        _directory.Delete(recursive: true);
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await _http.GetAsync("/health/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            // It does not listen yet.
            return false;
        }
    }
}
