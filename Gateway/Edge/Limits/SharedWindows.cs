using Metadata.Caching;
using StackExchange.Redis;

namespace Gateway.Edge.Limits;

/// <summary>The scripts that Redis runs for all Gateways: one client's windows, by Redis' own clock, and who is there.
/// </summary>
internal static class SharedWindows
{
    private const string Prefix = $"{RedisLink.Prefix}limits:";

    /// <summary>The same count of steps as <see cref="SlidingWindow"/>. Each window is a list of steps in which something was
    /// admitted, with the units admitted up to and with it: "step:sum". The first entry lies before the window, and what
    /// was admitted in the window is the last sum less the first. All windows take the request, or none does.
    /// KEYS: the windows. ARGV: units, then the limit of each window. Answers the milliseconds to wait, 0 = admitted.
    /// </summary>
    public static readonly string Admit =
        $$"""
        local time = redis.call('TIME')
        local now = time[1] * 1000 + math.floor(time[2] / 1000)
        local step, units, wait, last = math.floor(now / {{StepMilliseconds}}), tonumber(ARGV[1]), 0, {}
        local function read(key, at)
          local step, sum = string.match(redis.call('LINDEX', key, at) or '', '(%d+):(%d+)')
          return tonumber(step), tonumber(sum)
        end
        for at, key in ipairs(KEYS) do
          local second = read(key, 1)
          while second and second < step - {{SlidingWindow.Steps}} do
            redis.call('LPOP', key)
            second = read(key, 1)
          end
          local _, before = read(key, 0)
          local latest, sum = read(key, -1)
          last[at] = { step = latest, sum = sum or 0 }
          local limit = tonumber(ARGV[at + 1])
          local due = last[at].sum + math.min(units, limit) - limit
          local place, gone = 0, before or 0
          while gone < due do
            place = place + 1
            second, gone = read(key, place)
            wait = math.max(wait, (second + {{SlidingWindow.Steps}} + 1) * {{StepMilliseconds}} - now)
          end
        end
        if wait > 0 then
          return wait
        end
        for at, key in ipairs(KEYS) do
          local latest, sum = last[at].step, last[at].sum + units
          if not latest then
            redis.call('RPUSH', key, '0:0', step .. ':' .. sum)
          elseif latest < step then
            redis.call('RPUSH', key, step .. ':' .. sum)
          else
            redis.call('LSET', key, -1, latest .. ':' .. sum)
          end
          redis.call('PEXPIRE', key, {{ExpiryMilliseconds}})
        end
        return 0
        """;

    /// <summary>KEYS: the list of Gateways. ARGV: the name of one, and the seconds for which it counts. Answers how many
    /// there are.</summary>
    public const string Attend =
        """
        local now = tonumber(redis.call('TIME')[1])
        redis.call('ZADD', KEYS[1], now, ARGV[1])
        redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[2])
        redis.call('EXPIRE', KEYS[1], ARGV[2])
        return redis.call('ZCARD', KEYS[1])
        """;

    public static readonly RedisKey Gateways = Prefix + "gateways";

    private const long StepMilliseconds = SlidingWindow.TicksPerStep / TimeSpan.TicksPerMillisecond;
    private const long ExpiryMilliseconds = (SlidingWindow.Steps + 2) * StepMilliseconds;

    /// <summary>The windows a request draws on, in one slot of a cluster.</summary>
    public static RedisKey[] Keys(ulong client, RequestKind kind) => kind switch
    {
        RequestKind.Site => [Key(client, RequestKind.Site)],
        RequestKind.Api => [Key(client, RequestKind.Api)],
        _ => [Key(client, RequestKind.Api), Key(client, RequestKind.Search)],
    };

    public static RedisValue[] Arguments(RequestCost cost, RateLimitOptions limits) => cost.Kind switch
    {
        RequestKind.Search => [cost.Units, limits.PerMinute, limits.SearchPerMinute],
        _ => [cost.Units, limits.Of(cost.Kind)],
    };

    private static RedisKey Key(ulong client, RequestKind kind) => $"{Prefix}{{{client:x}}}:{kind}";
}
