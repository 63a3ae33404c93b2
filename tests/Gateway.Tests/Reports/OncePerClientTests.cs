using System.Net;
using Gateway.Reports;
using Hosts;

namespace Gateway.Tests.Reports;

public class OncePerClientTests
{
    private static readonly IPAddress Somebody = IPAddress.Parse("203.0.113.7");

    private readonly ManualTimeProvider _clock = new(DateTimeOffset.UnixEpoch);
    private readonly OncePerClient _once;

    public OncePerClientTests() => _once = new OncePerClient(TimeSpan.FromHours(1), _clock);

    [Fact]
    public void The_same_counts_once_an_hour()
    {
        var counted = new List<bool>();
        foreach (var minutes in new[] { 0, 1, 58, 1, 59, 1 })
        {
            _clock.Advance(TimeSpan.FromMinutes(minutes));
            counted.Add(_once.IsFirst(Somebody, 7));
        }

        Assert.Equal([true, false, false, true, false, true], counted);
    }

    [Fact]
    public void Another_film_and_another_client_count()
    {
        Assert.True(_once.IsFirst(Somebody, 7));
        Assert.True(_once.IsFirst(Somebody, 8));
        Assert.True(_once.IsFirst(IPAddress.Parse("203.0.113.8"), 7));
        Assert.True(_once.IsFirst(Somebody, 7, 1));
    }

    [Theory]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9")]
    public void A_household_is_one_client(string one, string other)
    {
        _once.IsFirst(IPAddress.Parse(one), 7);

        Assert.False(_once.IsFirst(IPAddress.Parse(other), 7));
    }

    [Fact]
    public void A_flood_forgets_the_oldest_and_takes_no_more_room()
    {
        _once.IsFirst(Somebody, -1);
        for (var film = 0; film < OncePerClient.Most; film++)
        {
            Assert.True(_once.IsFirst(Somebody, film));
        }

        Assert.False(_once.IsFirst(Somebody, OncePerClient.Most - 1));
        Assert.True(_once.IsFirst(Somebody, -1));
    }
}
