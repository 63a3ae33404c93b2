using System.Diagnostics;
using System.Globalization;
using System.Net;
using Hosts;
using Npgsql;

namespace Metadata.Tests.Caching;

/// <summary>A replica killed or stopped beside one that goes on.</summary>
public sealed class ReplicaProcessTests : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan TakeOverLimit = TimeSpan.FromSeconds(2);

    private readonly RedisServer _redis = new();
    private readonly PostgresApp _app = new();

    public ReplicaProcessTests() => _app.Settings["ConnectionStrings:Redis"] = _redis.ConnectionString;

    [Fact]
    public async Task When_the_replica_that_loads_for_all_is_killed_another_takes_over()
    {
        var caller = _app.Caller();
        await caller.PutAsync(Uploads.Of("Раз", 2000));
        using var loader = await ReplicaProcess.StartAsync(_app.ConnectionString, _redis.ConnectionString);
        await loader.Caller.ListAsync("sort=new");
        await caller.ListAsync("sort=new");
        await using var locked = new NpgsqlConnection($"{_app.ConnectionString};Pooling=false");
        await locked.OpenAsync();
        await ExecuteAsync(locked, """BEGIN; LOCK TABLE "Movies" IN ACCESS EXCLUSIVE MODE""");
        var lost = loader.Caller.ListAsync("sort=year");
        await Eventually.HoldsAsync(async () => await WaitingAsync() == 1, Deadline);
        var visitors = Enumerable.Range(0, 100).Select(_ => caller.Http.GetAsync("/api/v1/movies?sort=year")).ToList();

        loader.Signal("KILL");
        var killed = Stopwatch.GetTimestamp();
        Assert.DoesNotContain(visitors, visitor => visitor.IsCompleted);
        await ExecuteAsync(locked, "ROLLBACK");
        var answers = await Task.WhenAll(visitors);

        Assert.InRange(Stopwatch.GetElapsedTime(killed), TimeSpan.Zero, TakeOverLimit);
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        await Assert.ThrowsAsync<HttpRequestException>(() => lost);
    }

    [Fact]
    public async Task A_stopped_replica_shows_nothing_old_once_it_goes_on()
    {
        var caller = _app.Caller();
        var id = (await caller.PutAsync(Uploads.Of("1", 2000))).Results[0].MovieId;
        using var stopped = await ReplicaProcess.StartAsync(_app.ConnectionString, _redis.ConnectionString);
        var sightings = new Sightings();
        using var end = new CancellationTokenSource();
        var watching = sightings.WatchAsync("the stopped replica", async () => int.Parse(
            (await stopped.Caller.ListAsync("")).Items.SingleOrDefault()?.Title ?? "0", CultureInfo.InvariantCulture), end.Token);
        for (var version = 2; version <= 150; version++)
        {
            if (version is 30 or 130)
            {
                stopped.Signal(version == 30 ? "STOP" : "CONT");
            }

            (await caller.SendAsync(HttpMethod.Patch, $"movies/{id}", $$"""{"title":"{{version}}"}""")).EnsureSuccessStatusCode();
            sightings.Note(version);
            await Task.Delay(TimeSpan.FromMilliseconds(15));
        }

        await end.CancelAsync();
        await watching;

        Assert.Empty(sightings.Wrong);
        await Eventually.HoldsAsync(async () => (await stopped.Caller.TitlesAsync("")) is ["150"], Sightings.Limit);
    }

    [Fact]
    public async Task A_flood_of_invented_pages_takes_no_more_than_a_hundred_megabytes()
    {
        using var replica = await ReplicaProcess.StartAsync("", "");
        await replica.Caller.PutAsync([.. Enumerable.Range(1, 300).Select(number => Uploads.Of($"Фильм {number}", 1900 + (number % 100)))]);
        await FloodAsync(replica.Caller.Http, 1_000);
        var before = replica.ResidentBytes();

        await FloodAsync(replica.Caller.Http, 20_000);

        Assert.InRange(replica.ResidentBytes() - before, long.MinValue, 100 * 1024 * 1024);
    }

    public void Dispose()
    {
        _app.Dispose();
        _redis.Dispose();
    }

    private static Task FloodAsync(HttpClient http, int requests) => Parallel.ForEachAsync(
        Enumerable.Range(0, requests), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (_, token) =>
        {
            using var answer = await http.GetAsync(
                $"/api/v1/movies?page={Random.Shared.Next(1, 10)}&yearFrom={Random.Shared.Next(2000)}&utm{Random.Shared.Next()}=1&"
                + $"durationTo={Random.Shared.Next(1_440)}", token);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        });

    private async Task<long> WaitingAsync()
    {
        await using var connection = new NpgsqlConnection($"{_app.ConnectionString};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
