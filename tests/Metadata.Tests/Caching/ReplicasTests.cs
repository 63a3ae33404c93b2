using System.Diagnostics;
using System.Text;
using Hosts;
using Metadata.Caching;
using Metadata.Client;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace Metadata.Tests.Caching;

/// <summary>Two Metadata on one PostgreSQL and one Redis.</summary>
public sealed class ReplicasTests : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    private readonly RedisServer _redis = new();
    private readonly PostgresApp _one = new();
    private readonly SecondApp _two;

    public ReplicasTests()
    {
        _two = new SecondApp(_one.ConnectionString);
        _one.Settings["ConnectionStrings:Redis"] = _redis.ConnectionString;
        _two.Settings["ConnectionStrings:Redis"] = _redis.ConnectionString;
    }

    [Fact]
    public async Task A_write_at_one_is_seen_at_the_other()
    {
        var (one, two) = (_one.Caller(), _two.Caller());
        Assert.Equal(0, (await two.ListAsync("")).Total);

        await one.PutAsync(Uploads.Of("Раз", 2000));

        await EventuallyAsync(async () => (await two.ListAsync("")).Total == 1);
    }

    [Fact]
    public async Task An_answer_that_one_loaded_serves_the_other()
    {
        var (one, two) = (_one.Services.GetRequiredService<QueryCache>(), _two.Services.GetRequiredService<QueryCache>());
        var (loads, rounds) = (0, 0);
        Task<FacetCount> LoadAsync() => Task.FromResult(new FacetCount("loaded", Interlocked.Increment(ref loads)));

        // The first answers may come before both agree on the version.
        await EventuallyAsync(async () =>
        {
            var (key, before) = ($"key{rounds++}", loads);
            await one.AnswerAsync(key, MetadataJson.Default.FacetCount, (_, _) => LoadAsync(), CancellationToken.None);
            await two.AnswerAsync(key, MetadataJson.Default.FacetCount, (_, _) => LoadAsync(), CancellationToken.None);
            return loads == before + 1;
        });
    }

    [Fact]
    public async Task Redis_killed_and_back_fails_no_request_and_hides_no_write()
    {
        var (one, two) = (_one.Caller(), _two.Caller());
        await one.PutAsync(Uploads.Of("Раз", 2000));
        await EventuallyAsync(async () => (await two.ListAsync("")).Total == 1);
        _redis.Kill();

        await one.PutAsync(Uploads.Of("Два", 2000));
        Assert.Equal(2, (await one.ListAsync("")).Total);
        await EventuallyAsync(async () => (await two.ListAsync("")).Total == 2);

        await one.PutAsync(Uploads.Of("Три", 2000));
        _redis.Start();
        await EventuallyAsync(async () => (await one.ListAsync("")).Total == 3 && (await two.ListAsync("")).Total == 3);
    }

    [Fact]
    public async Task Damaged_entries_count_as_absent()
    {
        var cache = _one.Services.GetRequiredService<QueryCache>();
        using var connection = await ConnectionMultiplexer.ConnectAsync($"{_redis.ConnectionString},syncTimeout=30000");
        var server = connection.GetServer(connection.GetEndPoints()[0]);
        var random = new Random(7);
        for (var round = 0; round < 50; round++)
        {
            var key = $"key{round}";
            await cache.AnswerAsync(key, MetadataJson.Default.FacetCount, (_, _) => Task.FromResult(new FacetCount(key, round)), CancellationToken.None);
            foreach (var entry in server.Keys(pattern: "onlinecinema:v1:query:*").ToList())
            {
                var bytes = (byte[])await connection.GetDatabase().StringGetAsync(entry);
                await connection.GetDatabase().StringSetAsync(entry, Damaged(bytes, random), TimeSpan.FromMinutes(1));
            }

            var answer = await _two.Services.GetRequiredService<QueryCache>().AnswerAsync(
                key, MetadataJson.Default.FacetCount, (_, _) => Task.FromResult(new FacetCount(key, round)), CancellationToken.None);

            server.Keys(pattern: "onlinecinema:v1:query:*").ToList().ForEach(entry => connection.GetDatabase().KeyDelete(entry));
            Assert.Equal($$"""{"name":"{{key}}","count":{{round}}}""", Encoding.UTF8.GetString(answer.Body.Span));
        }
    }

    public void Dispose()
    {
        _two.Dispose();
        _one.Dispose();
        _redis.Dispose();
    }

    private static byte[] Damaged(byte[] bytes, Random random)
    {
        if (random.Next(2) == 0)
        {
            return bytes[..random.Next(bytes.Length)];
        }

        bytes[random.Next(bytes.Length)] ^= (byte)random.Next(1, 256);
        return bytes;
    }

    private static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        var waiting = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(waiting.Elapsed < Deadline, $"It still does not hold after {Deadline}.");
            await Task.Delay(20);
        }
    }

    private sealed class SecondApp(string connectionString) : MetadataApp(connectionString);
}
