using Gateway.Edge.Limits;

namespace Gateway.Tests.Edge.Limits;

public class SlidingWindowTests
{
    private const long Second = TimeSpan.TicksPerSecond;

    /// <summary>Asks at a steady pace and answers the moments at which it was admitted.</summary>
    private static List<long> Ask(int limit, TimeSpan pace, TimeSpan length)
    {
        var window = new SlidingWindow();
        var admitted = new List<long>();
        for (var now = 0L; now < length.Ticks; now += pace.Ticks)
        {
            if (window.Wait(now, 1, limit) == TimeSpan.Zero)
            {
                window.Admit(now, 1);
                admitted.Add(now);
            }
        }

        return admitted;
    }

    [Theory]
    [InlineData(20, 0.99)]
    [InlineData(7, 0.975)]
    [InlineData(333, 0.99)]
    public void No_sixty_seconds_admit_more_than_the_limit_and_none_much_less(int paceMilliseconds, double least)
    {
        const int Limit = 600;
        var expected = Math.Min(Limit, 60_000 / paceMilliseconds);

        var admitted = Ask(Limit, TimeSpan.FromMilliseconds(paceMilliseconds), TimeSpan.FromMinutes(4));

        var perMinute = Enumerable.Range(0, 3 * 60).Select(start =>
            admitted.Count(moment => moment >= start * Second && moment < (start + 60) * Second)).ToList();
        Assert.InRange(perMinute.Max(), expected, Limit);
        Assert.InRange(perMinute.Min(), expected * least, Limit);
    }

    [Fact]
    public void Each_sixty_seconds_that_begin_with_an_admission_are_within_the_limit()
    {
        var admitted = Ask(100, TimeSpan.FromMilliseconds(13), TimeSpan.FromMinutes(3));

        Assert.All(admitted, first => Assert.InRange(
            admitted.Count(moment => moment >= first && moment < first + (60 * Second)), 1, 100));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(120)]
    public void Waiting_as_told_is_enough_and_at_most_a_step_too_long(int limit)
    {
        var window = new SlidingWindow();
        for (var asked = 0; asked < limit; asked++)
        {
            window.Admit(asked * 7 * TimeSpan.TicksPerMillisecond, 1);
        }

        var wait = window.Wait(Second, 1, limit);

        Assert.InRange(Second + wait.Ticks, 60 * Second, (60 * Second) + (TimeSpan.TicksPerSecond / 10));
        Assert.NotEqual(TimeSpan.Zero, window.Wait(Second + wait.Ticks - 1, 1, limit));
        Assert.Equal(TimeSpan.Zero, window.Wait(Second + wait.Ticks, 1, limit));
    }

    [Fact]
    public void Dear_requests_wait_until_enough_is_free()
    {
        var window = new SlidingWindow();
        window.Admit(0, 3);
        window.Admit(10 * Second, 7);

        var (cheap, dear) = (window.Wait(20 * Second, 3, 10), window.Wait(20 * Second, 4, 10));

        Assert.Equal(TimeSpan.FromSeconds(40.1), cheap);
        Assert.Equal(TimeSpan.FromSeconds(50.1), dear);
    }

    [Fact]
    public void A_long_pause_empties_the_window()
    {
        var window = new SlidingWindow();
        window.Admit(0, 2);

        Assert.NotEqual(TimeSpan.Zero, window.Wait(0, 1, 2));
        Assert.Equal(TimeSpan.Zero, window.Wait(TimeSpan.TicksPerDay, 1, 2));
        Assert.Equal(0, window.Total);
    }
}
