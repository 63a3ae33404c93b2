using Hosts;

namespace Metadata.Tests.Caching;

/// <summary>A way in which Redis fails, and how it is healed.</summary>
internal sealed record RedisOutage(Action<RedisServer, TcpGate> Break, Action<RedisServer, TcpGate> Heal)
{
    /// <summary>Whether the service is started while Redis fails.</summary>
    public bool IsThereAtStart { get; init; }

    public static IReadOnlyDictionary<string, RedisOutage> All { get; } = new Dictionary<string, RedisOutage>(StringComparer.Ordinal)
    {
        ["killed"] = new((redis, _) => redis.Kill(), (redis, _) => redis.Start()),
        ["hung"] = new((redis, _) => redis.Stop(), (redis, _) => redis.Continue()),
        ["black hole"] = new((_, gate) => gate.Hold(), (_, gate) => gate.Open()),
        ["slow"] = new((_, gate) => gate.Delay(TimeSpan.FromMilliseconds(500)), (_, gate) => gate.Open()),
        ["flapping"] = new((_, gate) => gate.Flap(TimeSpan.FromMilliseconds(500)), (_, gate) => gate.Open()),
        ["full"] = new(
            (redis, _) => redis.Command("CONFIG SET maxmemory-policy noeviction", "CONFIG SET maxmemory 1"),
            (redis, _) => redis.Command("CONFIG SET maxmemory 0")),
        ["loading"] = new((redis, _) => redis.StartSlowly(), (redis, _) =>
        {
            redis.Kill();
            redis.Start();
        }),
        ["read-only"] = new((redis, _) => redis.Command("REPLICAOF 127.0.0.1 1"), (redis, _) => redis.Command("REPLICAOF NO ONE")),
        ["wrong password"] = new(
            (redis, _) => redis.Command("CONFIG SET requirepass other", "AUTH other", "CLIENT KILL TYPE normal"),
            (redis, _) => redis.Command("AUTH other", "CONFIG SET requirepass \"\"")),
        ["flushed"] = new((redis, _) => redis.Command("FLUSHALL"), (_, _) => { }),
        ["absent at start"] = new((redis, _) => redis.Kill(), (redis, _) => redis.Start()) { IsThereAtStart = true },
    };
}
