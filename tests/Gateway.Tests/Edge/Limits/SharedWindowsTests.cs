using Gateway.Edge.Limits;
using Hosts;
using StackExchange.Redis;

namespace Gateway.Tests.Edge.Limits;

/// <summary>The script in a real Redis whose clock the test sets.</summary>
public sealed class SharedWindowsTests : IDisposable
{
    private const string ClockedScript = "{ redis.call('GET', 'seconds'), redis.call('GET', 'micros') }";

    private readonly RedisServer _redis = new();
    private readonly ConnectionMultiplexer _connection;

    public SharedWindowsTests() => _connection = ConnectionMultiplexer.Connect(_redis.ConnectionString);

    private TimeSpan Admit(ulong client, RequestCost cost, RateLimitOptions limits, long now)
    {
        var database = _connection.GetDatabase();
        database.StringSet("seconds", now / TimeSpan.TicksPerSecond);
        database.StringSet("micros", now % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond);
        var script = SharedWindows.Admit.Replace("redis.call('TIME')", ClockedScript, StringComparison.Ordinal);
        return TimeSpan.FromMilliseconds((long)database.ScriptEvaluate(
            script, SharedWindows.Keys(client, cost.Kind), SharedWindows.Arguments(cost, limits)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Redis_decides_as_a_single_process_does(int seed)
    {
        var random = new Random(seed);
        var limits = new RateLimitOptions { PerMinute = 40, SearchPerMinute = 15, SitePerMinute = 70 };
        var client = new Client();
        var now = 1_000 * TimeSpan.TicksPerSecond;

        for (var request = 0; request < 3_000; request++)
        {
            var pause = random.Next(50) == 0 ? random.Next(70_000) : random.Next(600);
            now += pause * TimeSpan.TicksPerMillisecond;
            var cost = new RequestCost((RequestKind)random.Next(3), random.Next(4) == 0 ? 10 : 1);
            var expected = client.Wait(now, cost, limits, shares: 1);
            if (expected == TimeSpan.Zero)
            {
                client.Admit(now, cost);
            }

            Assert.Equal(expected, Admit(7, cost, limits, now));
        }
    }

    [Fact]
    public void Clients_do_not_count_for_each_other()
    {
        var limits = new RateLimitOptions { PerMinute = 1 };
        var cost = new RequestCost(RequestKind.Api, 1);

        Admit(1, cost, limits, TimeSpan.TicksPerDay);

        Assert.Equal(TimeSpan.Zero, Admit(2, cost, limits, TimeSpan.TicksPerDay));
        Assert.NotEqual(TimeSpan.Zero, Admit(1, cost, limits, TimeSpan.TicksPerDay));
    }

    [Fact]
    public void A_clock_of_redis_that_steps_back_admits_no_more()
    {
        var limits = new RateLimitOptions { PerMinute = 2 };
        var cost = new RequestCost(RequestKind.Api, 1);
        Admit(1, cost, limits, TimeSpan.TicksPerDay);
        Admit(1, cost, limits, TimeSpan.TicksPerDay - TimeSpan.TicksPerHour);

        Assert.NotEqual(TimeSpan.Zero, Admit(1, cost, limits, TimeSpan.TicksPerDay));
    }

    [Fact]
    public void Nothing_stays_in_redis_of_clients_that_are_gone()
    {
        Admit(1, new RequestCost(RequestKind.Search, 1), new RateLimitOptions(), TimeSpan.TicksPerDay);

        var lives = SharedWindows.Keys(1, RequestKind.Search).Select(key => _connection.GetDatabase().KeyTimeToLive(key));

        Assert.All(lives, life => Assert.InRange(life!.Value, TimeSpan.FromSeconds(55), TimeSpan.FromSeconds(61)));
        Assert.Equal("0", _redis.Command($"EXISTS {SharedWindows.Keys(2, RequestKind.Api)[0]}").TrimStart(':'));
    }

    [Fact]
    public void Gateways_that_stay_away_are_not_counted()
    {
        var database = _connection.GetDatabase();
        int Attend(string name, int after) => (int)database.ScriptEvaluate(
            SharedWindows.Attend.Replace("redis.call('TIME')", $"({{ {after} }})", StringComparison.Ordinal), [SharedWindows.Gateways], [name, 7]);

        var counts = new[] { Attend("a", 1), Attend("b", 2), Attend("a", 4), Attend("a", 8), Attend("a", 10) };

        Assert.Equal([1, 2, 2, 2, 1], counts);
    }

    public void Dispose()
    {
        _connection.Dispose();
        _redis.Dispose();
    }
}
