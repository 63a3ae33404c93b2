using System.Net;

namespace Benchmarks.Processes;

/// <summary>The published Gateway before a Metadata, with limits that a generator does not meet.</summary>
internal sealed class GatewayProcess : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("onlinecinema-bench-").FullName;
    private readonly ServiceProcess _process;

    public GatewayProcess(IPEndPoint metadata)
    {
        _process = new ServiceProcess([Checkout.Gateway()], "/health/live", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Metadata__BaseUrl"] = $"http://{metadata}",
            ["DataDirectory"] = _directory,
            ["RateLimits__PerMinute"] = "1000000",
        });
    }

    public IPEndPoint Address => _process.Address;

    public int Id => _process.Id;

    public void Dispose()
    {
        _process.Dispose();
        Directory.Delete(_directory, recursive: true);
    }
}
