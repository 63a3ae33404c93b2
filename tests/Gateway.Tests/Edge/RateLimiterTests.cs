using System.Net;
using Gateway.Edge;
using Hosts;
using Microsoft.Extensions.Options;

namespace Gateway.Tests.Edge;

public class RateLimiterTests
{
    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private RateLimiter Limiter(int perMinute = 3, int searchPerMinute = 2, int maxClients = 100) => new(
        Options.Create(new RateLimitOptions { PerMinute = perMinute, SearchPerMinute = searchPerMinute, MaxClients = maxClients }), _clock);

    [Theory]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void One_client_is_one_address_or_one_household(string first, string second, bool isSame)
    {
        var limiter = Limiter(perMinute: 1);
        limiter.Admit(IPAddress.Parse(first), RequestKind.Api);

        var wait = limiter.Admit(IPAddress.Parse(second), RequestKind.Api);

        Assert.Equal(isSame, wait > TimeSpan.Zero);
    }

    [Fact]
    public void Searches_run_out_before_pages_and_count_as_both()
    {
        var limiter = Limiter(perMinute: 3, searchPerMinute: 2);
        var client = IPAddress.Loopback;

        var waits = new[] { RequestKind.Search, RequestKind.Search, RequestKind.Search, RequestKind.Api, RequestKind.Api }
            .Select(kind => limiter.Admit(client, kind) > TimeSpan.Zero);

        Assert.Equal([false, false, true, false, true], waits);
    }

    [Fact]
    public void Looking_at_the_site_uses_up_no_calls_of_the_API()
    {
        var limiter = Limiter(perMinute: 1);
        for (var picture = 0; picture < 500; picture++)
        {
            Assert.Equal(TimeSpan.Zero, limiter.Admit(IPAddress.Loopback, RequestKind.Site));
        }

        Assert.Equal(TimeSpan.Zero, limiter.Admit(IPAddress.Loopback, RequestKind.Api));
    }

    [Fact]
    public void Clients_are_forgotten_oldest_first_so_that_there_are_never_too_many()
    {
        var limiter = Limiter(perMinute: 1, maxClients: 100);
        for (var address = 0; address < 10_000; address++)
        {
            limiter.Admit(new IPAddress([10, 0, (byte)(address >> 8), (byte)address]), RequestKind.Api);
            _clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.InRange(limiter.Clients, 90, 100);
        Assert.NotEqual(TimeSpan.Zero, limiter.Admit(new IPAddress([10, 0, 9_999 >> 8, 9_999 & 255]), RequestKind.Api));
    }

    [Fact]
    public void A_client_that_waits_as_told_is_always_admitted()
    {
        var limiter = Limiter(perMinute: 5);
        for (var request = 0; request < 50; request++)
        {
            _clock.Advance(limiter.Admit(IPAddress.Loopback, RequestKind.Api) is { Ticks: > 0 } wait ? wait : TimeSpan.Zero);
            _clock.Advance(TimeSpan.FromMilliseconds(10));
        }

        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(TimeSpan.Zero, limiter.Admit(IPAddress.Loopback, RequestKind.Api));
    }
}
