using System.Globalization;
using System.Text;
using Hosts;
using Metadata.Caching;
using Metadata.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Metadata.Tests.Caching;

/// <summary>Three Metadata on one PostgreSQL, with Redis or without.</summary>
public sealed class ManyReplicasTests : IDisposable
{
    private const int VisitorsPerReplica = 333;

    private static readonly TimeSpan LoadTime = TimeSpan.FromMilliseconds(100);

    private readonly RedisServer _redis = new();
    private readonly List<MetadataApp> _replicas = [];

    [Fact]
    public async Task With_redis_a_thousand_visitors_of_three_replicas_make_one_load()
    {
        await StartAsync(withRedis: true);

        Assert.Equal(1, await StampedeAsync());
    }

    [Fact]
    public async Task Without_redis_they_make_one_load_per_replica()
    {
        await StartAsync(withRedis: false);

        Assert.Equal(3, await StampedeAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_write_is_seen_by_all_within_a_second_and_never_unseen(bool withRedis)
    {
        await StartAsync(withRedis);

        var sightings = await WriteAndWatchAsync(caller => () => VersionAsync(caller));

        Assert.Empty(sightings.Wrong);
        Assert.InRange(sightings.Reads, 100, int.MaxValue);
    }

    [Fact]
    public async Task A_cache_that_only_grows_old_would_be_caught()
    {
        await StartAsync(withRedis: false);

        var sightings = await WriteAndWatchAsync(caller =>
        {
            var (kept, until) = (0, TimeSpan.Zero);
            return async () =>
            {
                if (TimeSpan.FromMilliseconds(Environment.TickCount64) >= until)
                {
                    (kept, until) = (await VersionAsync(caller), TimeSpan.FromMilliseconds(Environment.TickCount64) + TimeSpan.FromSeconds(3));
                }

                return kept;
            };
        });

        Assert.NotEmpty(sightings.Wrong);
    }

    public void Dispose()
    {
        _replicas.ForEach(replica => replica.Dispose());
        _redis.Dispose();
    }

    private async Task StartAsync(bool withRedis)
    {
        var database = PostgresServer.Shared.CreateDatabase();
        for (var number = 0; number < 3; number++)
        {
            var replica = new Replica(database) { Settings = { ["ConnectionStrings:Redis"] = withRedis ? _redis.ConnectionString : "" } };
            _replicas.Add(replica);
            await replica.Caller().ListAsync("");
            Assert.Equal(withRedis, await replica.Services.GetRequiredService<RedisLink>().TryOutAsync(CancellationToken.None) is null);
        }
    }

    // How many loads a page costs that all replicas are asked for at once.
    private async Task<int> StampedeAsync()
    {
        var loads = 0;
        async Task<FacetCount> LoadAsync()
        {
            Interlocked.Increment(ref loads);
            await Task.Delay(LoadTime);
            return new FacetCount("page", 1);
        }

        var answers = await Task.WhenAll(
            from replica in _replicas
            let cache = replica.Services.GetRequiredService<QueryCache>()
            from visitor in Enumerable.Range(0, VisitorsPerReplica)
            select cache.AnswerAsync("page", MetadataJson.Default.FacetCount, (_, _) => LoadAsync(), CancellationToken.None));

        Assert.All(answers, answer => Assert.Equal("""{"name":"page","count":1}""", Encoding.UTF8.GetString(answer.Body.Span)));
        return loads;
    }

    private async Task<Sightings> WriteAndWatchAsync(Func<Caller, Func<Task<int>>> readerOf)
    {
        var sightings = new Sightings();
        var id = (await _replicas[0].Caller().PutAsync(Uploads.Of("1", 2000))).Results[0].MovieId;
        using var end = new CancellationTokenSource();
        var watching = _replicas.Select((replica, number) =>
            sightings.WatchAsync($"replica {number}", readerOf(replica.Caller()), end.Token)).ToList();
        for (var version = 2; version <= 150; version++)
        {
            var answer = await _replicas[version % 3].Caller().SendAsync(
                HttpMethod.Patch, $"movies/{id}", $$"""{"title":"{{version}}"}""");
            answer.EnsureSuccessStatusCode();
            sightings.Note(version);
            await Task.Delay(TimeSpan.FromMilliseconds(15));
        }

        await end.CancelAsync();
        await Task.WhenAll(watching);
        return sightings;
    }

    private static async Task<int> VersionAsync(Caller caller) =>
        int.Parse((await caller.ListAsync("")).Items.SingleOrDefault()?.Title ?? "0", CultureInfo.InvariantCulture);

    private sealed class Replica(string connectionString) : MetadataApp(connectionString);
}
