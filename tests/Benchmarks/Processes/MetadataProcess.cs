using System.Net;
using Benchmarks.Films;
using Benchmarks.Load;

namespace Benchmarks.Processes;

/// <summary>The published Metadata service with a database and a data directory of its own; both go with it.</summary>
internal sealed class MetadataProcess : IDisposable
{
    private const string ApiKey = "0123456789abcdefghijklmnopqrstuv";

    private readonly string _directory = Directory.CreateTempSubdirectory("onlinecinema-bench-").FullName;
    private readonly string _database;
    private ServiceProcess _process;

    /// <param name="database">A connection string; empty for SQLite in the data directory.</param>
    public MetadataProcess(string database)
    {
        _database = database;
        _process = Start();
        AppDomain.CurrentDomain.ProcessExit += OnExit;
    }

    public IPEndPoint Address => _process.Address;

    /// <summary>From the start of the process to /health/ready.</summary>
    public TimeSpan StartUp => _process.StartUp;

    public double ResidentMegabytes() => _process.ResidentMegabytes();

    /// <summary>Ends the process and starts a new one on the same films.</summary>
    public void Restart()
    {
        _process.Stop();
        _process.Dispose();
        _process = Start();
    }

    /// <summary>Sends batches over so many connections, each with an Idempotency-Key of its own.</summary>
    public IngestOutcome Ingest(IReadOnlyList<byte[]> batches, int connections)
    {
        var requests = batches.Select(batch => HttpRequests.PutBatch(ApiKey, $"{Guid.NewGuid()}", batch)).ToList();
        var counts = new BatchCounts[requests.Count];
        var sent = ClosedLoop.Send(
            Address, requests, connections, (at, answer) => counts[at] = BatchCounts.Read(answer.Body));
        return new IngestOutcome(counts.Aggregate((all, one) => all + one), sent.Elapsed, sent.Latencies);
    }

    /// <summary>Sends the generator's first films, in portions, so that a million fits in memory.</summary>
    public BatchCounts Load(FilmMaker maker, int films)
    {
        const int Portion = 50_000;
        var counts = new BatchCounts(0, 0, 0, 0, 0);
        for (var from = 0; from < films; from += Portion)
        {
            counts += Ingest(Batches.OfFilms(maker, from, Math.Min(films, from + Portion)), connections: 4).Counts;
        }

        return counts;
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        _process.Dispose();
        if (Directory.Exists(_directory))
        {
            Directory.Delete(_directory, recursive: true);
        }
    }

    private void OnExit(object? sender, EventArgs e) => Dispose();

    private ServiceProcess Start()
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ConnectionStrings__Movies"] = _database,
            ["DataDirectory"] = _directory,
            ["Metadata__ApiKey"] = ApiKey,
        };
        return new ServiceProcess([Checkout.Metadata()], "/health/ready", settings);
    }
}
