using System.Net;
using Gateway.Edge.Limits;
using Hosts;
using Microsoft.Extensions.Options;

namespace Gateway.Tests.Edge.Limits;

public class RateLimiterTests
{
    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private RateLimiter Limiter(int perMinute = 3, int searchPerMinute = 2, int maxClients = 100) => new(
        Options.Create(new RateLimitOptions { PerMinute = perMinute, SearchPerMinute = searchPerMinute, MaxClients = maxClients }), _clock);

    private static TimeSpan Ask(RateLimiter limiter, IPAddress address, RequestKind kind, int units = 1, int shares = 1) =>
        limiter.Admit(ClientKey.Of(address), new RequestCost(kind, units), shares);

    [Theory]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void One_client_is_one_address_or_one_household(string first, string second, bool isSame)
    {
        var limiter = Limiter(perMinute: 1);
        Ask(limiter, IPAddress.Parse(first), RequestKind.Api);

        var wait = Ask(limiter, IPAddress.Parse(second), RequestKind.Api);

        Assert.Equal(isSame, wait > TimeSpan.Zero);
    }

    [Fact]
    public void Searches_run_out_before_pages_and_count_as_both()
    {
        var limiter = Limiter(perMinute: 3, searchPerMinute: 2);
        var client = IPAddress.Loopback;

        var waits = new[] { RequestKind.Search, RequestKind.Search, RequestKind.Search, RequestKind.Api, RequestKind.Api }
            .Select(kind => Ask(limiter, client, kind) > TimeSpan.Zero);

        Assert.Equal([false, false, true, false, true], waits);
    }

    [Fact]
    public void Looking_at_the_site_uses_up_no_calls_of_the_API()
    {
        var limiter = Limiter(perMinute: 1);
        for (var picture = 0; picture < 500; picture++)
        {
            Assert.Equal(TimeSpan.Zero, Ask(limiter, IPAddress.Loopback, RequestKind.Site));
        }

        Assert.Equal(TimeSpan.Zero, Ask(limiter, IPAddress.Loopback, RequestKind.Api));
    }

    [Fact]
    public void There_are_never_more_clients_than_allowed()
    {
        var limiter = Limiter(perMinute: 1, maxClients: 100);
        for (var address = 0; address < 10_000; address++)
        {
            Ask(limiter, new IPAddress([10, 0, (byte)(address >> 8), (byte)address]), RequestKind.Api);
            _clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.InRange(limiter.Clients, 90, 104);
    }

    [Fact]
    public void A_client_that_waits_as_told_is_always_admitted()
    {
        var limiter = Limiter(perMinute: 5);
        for (var request = 0; request < 50; request++)
        {
            _clock.Advance(Ask(limiter, IPAddress.Loopback, RequestKind.Api) is { Ticks: > 0 } wait ? wait : TimeSpan.Zero);
            _clock.Advance(TimeSpan.FromMilliseconds(10));
        }

        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(TimeSpan.Zero, Ask(limiter, IPAddress.Loopback, RequestKind.Api));
    }

    [Fact]
    public void A_flood_of_addresses_does_not_make_a_busy_client_forgotten()
    {
        var limiter = Limiter(perMinute: 3, maxClients: 100);
        for (var request = 0; request < 3; request++)
        {
            Ask(limiter, IPAddress.Loopback, RequestKind.Api);
        }

        for (var address = 0; address < 100_000; address++)
        {
            Ask(limiter, new IPAddress(0x0a00_0000 + address), RequestKind.Api);
        }

        Assert.NotEqual(TimeSpan.Zero, Ask(limiter, IPAddress.Loopback, RequestKind.Api));
    }

    [Fact]
    public void A_million_addresses_take_less_than_100_MiB()
    {
        var limiter = Limiter(maxClients: new RateLimitOptions().MaxClients);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var address = 0; address < 1_000_000; address++)
        {
            Ask(limiter, new IPAddress(0x0a00_0000 + address), (RequestKind)(address % 3));
        }

        var taken = GC.GetTotalMemory(forceFullCollection: true) - before;

        Assert.InRange(taken, 1, 100 << 20);
        Assert.InRange(limiter.Clients, 1, new RateLimitOptions().MaxClients + 8);
    }

    [Fact]
    public void Deciding_takes_no_memory()
    {
        var limiter = Limiter(perMinute: 500, searchPerMinute: 100);
        var address = IPAddress.Parse("2001:db8:1:2::1");
        Ask(limiter, address, RequestKind.Search);
        Ask(limiter, address, RequestKind.Site);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var request = 0; request < 10_000; request++)
        {
            Ask(limiter, address, (RequestKind)(request % 3));
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void A_part_of_the_limit_is_given_away_when_others_cannot_be_asked()
    {
        var limiter = Limiter(perMinute: 9);

        var admitted = Enumerable.Range(0, 20).Count(_ => Ask(limiter, IPAddress.Loopback, RequestKind.Api, shares: 3) == TimeSpan.Zero);

        Assert.Equal(3, admitted);
    }

    [Fact]
    public void A_page_costs_more_than_a_picture_and_is_never_too_dear_for_the_limit()
    {
        var limiter = new RateLimiter(Options.Create(new RateLimitOptions { SitePerMinute = 5 }), _clock);

        var page = Ask(limiter, IPAddress.Loopback, RequestKind.Site, RequestCost.OfPage);
        var picture = Ask(limiter, IPAddress.Loopback, RequestKind.Site);

        Assert.Equal(TimeSpan.Zero, page);
        Assert.NotEqual(TimeSpan.Zero, picture);
    }

    [Fact]
    public void What_the_store_of_all_has_refused_is_not_asked_again_before_the_time_it_named()
    {
        var limiter = Limiter();
        var client = ClientKey.Of(IPAddress.Loopback);
        limiter.Note(client, new RequestCost(RequestKind.Site, 10), TimeSpan.FromSeconds(7));
        _clock.Advance(TimeSpan.FromSeconds(2));

        var (page, picture, call) = (
            limiter.Refused(client, new RequestCost(RequestKind.Site, 10)), limiter.Refused(client, new RequestCost(RequestKind.Site, 1)),
            limiter.Refused(client, new RequestCost(RequestKind.Api, 1)));

        Assert.Equal((TimeSpan.FromSeconds(5), TimeSpan.Zero, TimeSpan.Zero), (page, picture, call));
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(TimeSpan.Zero, limiter.Refused(client, new RequestCost(RequestKind.Site, 10)));
    }
}
