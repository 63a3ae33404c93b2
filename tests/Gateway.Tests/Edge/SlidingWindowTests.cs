using Gateway.Edge;

namespace Gateway.Tests.Edge;

public class SlidingWindowTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Asks at a steady pace and answers the moments at which it was admitted.</summary>
    private static List<DateTimeOffset> Ask(int limit, TimeSpan pace, TimeSpan length)
    {
        var window = new SlidingWindow(limit);
        var admitted = new List<DateTimeOffset>();
        for (var now = Start; now < Start + length; now += pace)
        {
            if (window.Wait(now) == TimeSpan.Zero)
            {
                window.Admit(now);
                admitted.Add(now);
            }
        }

        return admitted;
    }

    [Theory]
    [InlineData(20)]
    [InlineData(7)]
    [InlineData(333)]
    public void No_sixty_seconds_admit_more_than_the_limit_and_none_much_less(int paceMilliseconds)
    {
        const int Limit = 600;
        var demand = 60_000 / paceMilliseconds;
        var expected = Math.Min(Limit, demand);

        var admitted = Ask(Limit, TimeSpan.FromMilliseconds(paceMilliseconds), TimeSpan.FromMinutes(4));

        var perMinute = admitted.Select(first =>
            admitted.Count(other => other >= first && other < first + TimeSpan.FromMinutes(1))).ToList();
        Assert.True(perMinute.Max() <= Limit, $"{perMinute.Max()} admitted in some 60 seconds");
        var whole = admitted.Count(moment => moment < Start + TimeSpan.FromMinutes(3));
        Assert.InRange(whole, expected * 3 * 0.99, expected * 3 * 1.01);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(120)]
    public void Waiting_as_told_is_enough_and_at_most_half_a_second_too_long(int limit)
    {
        var window = new SlidingWindow(limit);
        for (var asked = 0; asked < limit; asked++)
        {
            window.Admit(Start + TimeSpan.FromMilliseconds(asked * 7));
        }

        var now = Start + TimeSpan.FromSeconds(1);
        var wait = window.Wait(now);

        Assert.InRange(now + wait, Start + TimeSpan.FromSeconds(60), Start + TimeSpan.FromSeconds(60.5));
        Assert.Equal(TimeSpan.Zero, window.Wait(now + wait));
        Assert.NotEqual(TimeSpan.Zero, new Func<TimeSpan>(() =>
        {
            var same = new SlidingWindow(1);
            same.Admit(Start);
            return same.Wait(Start + TimeSpan.FromSeconds(59.9));
        })());
    }

    [Fact]
    public void A_long_pause_empties_the_window()
    {
        var window = new SlidingWindow(2);
        window.Admit(Start);
        window.Admit(Start);

        Assert.NotEqual(TimeSpan.Zero, window.Wait(Start));
        Assert.Equal(TimeSpan.Zero, window.Wait(Start + TimeSpan.FromDays(3)));
    }

    [Fact]
    public void A_clock_that_steps_back_admits_no_more()
    {
        var window = new SlidingWindow(1);
        window.Admit(Start);

        Assert.NotEqual(TimeSpan.Zero, window.Wait(Start - TimeSpan.FromHours(1)));
    }
}
