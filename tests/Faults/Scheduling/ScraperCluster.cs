using Faults.Rig;
using Hosts;

namespace Faults.Scheduling;

/// <summary>Scrapers on one journal, their stub host, and a real Metadata behind a front that notes every write.</summary>
internal sealed class ScraperCluster : IAsyncDisposable
{
    public const int Films = 100;

    private readonly string _connection = PostgresServer.Shared.CreateDatabase();
    private StubRutube _rutube = null!;

    public Installation Metadata { get; } = new();

    public WriteFront Front { get; private set; } = null!;

    public List<ScraperNode> Nodes { get; } = [];

    public SharedJournal Journal => new(_connection);

    /// <summary>The jobs of every node: a source, and the check of links.</summary>
    public static IReadOnlyList<string> Jobs => ["rutube", "links"];

    public static async Task<ScraperCluster> StartAsync(int nodes)
    {
        var cluster = new ScraperCluster();
        cluster._rutube = await StubRutube.StartAsync(Enumerable.Range(1, Films)
            .Select(number => new StubVideo(number, $"Картина {number} (1957) фильм", 5400, new DateTime(2024, 4, 13))));
        await cluster.Metadata.StartAsync();
        cluster.Front = await WriteFront.StartAsync(cluster.Metadata.Address);
        for (var node = 0; node < nodes; node++)
        {
            cluster.Nodes.Add(cluster.NewNode());
            await cluster.Nodes[^1].StartAsync();
        }

        return cluster;
    }

    public ScraperNode NewNode() => new(_connection, Front.Host.BaseUrl, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Sources__rutube__BaseUrl"] = _rutube.Host.BaseUrl.ToString(),
        ["Sources__rutube__Targets__0"] = "search:фильм",
        ["Sources__rutube__DelayMilliseconds"] = "400",
        ["Sources__rutube__Cron"] = "*/5 * * * * ?",
        ["Sources__archive__Enabled"] = "false",
        ["Links__Cron"] = "*/5 * * * * ?",
        ["Links__PerSource"] = "5",
    });

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes)
        {
            await node.DisposeAsync();
        }

        await Front.DisposeAsync();
        await Metadata.DisposeAsync();
        await _rutube.DisposeAsync();
    }
}
