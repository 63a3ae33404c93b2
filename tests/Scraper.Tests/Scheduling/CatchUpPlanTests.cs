using Scraper.Scheduling;

namespace Scraper.Tests.Scheduling;

public sealed class CatchUpPlanTests
{
    private static readonly DateTimeOffset Now = ScraperParts.Start;

    private readonly CatchUpPlan _plan = new();

    [Fact]
    public void Times_missed_are_made_good_once_each_and_spread_over_more_than_half_a_minute()
    {
        var due = Jobs(10, DueReason.Missed, Now.AddDays(-10));
        var woken = new List<(string Name, DateTimeOffset At)>();
        for (var second = 0; second <= 70; second++)
        {
            var now = Now.AddSeconds(second);
            // Who has been woken has run, and is not due any more.
            var left = due.Where(job => woken.TrueForAll(one => one.Name != job.Name)).ToList();
            woken.AddRange(_plan.Take(left, now).Select(name => (name, now)));
        }

        Assert.Equal(10, woken.Count);
        Assert.Equal(10, woken.Select(one => one.At).Distinct().Count());
        Assert.True(woken[^1].At - woken[0].At >= TimeSpan.FromSeconds(30), $"{woken[0].At:T} to {woken[^1].At:T}");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(50)]
    public void However_many_there_are_they_are_spread(int count)
    {
        var due = Jobs(count, DueReason.Missed, Now.AddHours(-1));
        var first = _plan.Take(due, Now).Count;
        var early = Enumerable.Range(1, 29).Sum(second => _plan.Take(due, Now.AddSeconds(second)).Count);

        Assert.InRange(first, 1, (count / 30) + 1);
        Assert.True(first + early < count);
    }

    [Fact]
    public void A_time_that_has_just_come_is_left_to_its_own_trigger()
    {
        var due = Jobs(1, DueReason.Missed, Now);

        var atOnce = _plan.Take(due, Now.AddSeconds(1));
        var later = _plan.Take(due, Now.AddSeconds(11));

        Assert.Empty(atOnce);
        Assert.Single(later);
    }

    [Theory]
    [InlineData(nameof(DueReason.CutOff))]
    [InlineData(nameof(DueReason.Ordered))]
    [InlineData(nameof(DueReason.Never))]
    public void What_was_cut_off_ordered_or_never_run_does_not_wait(string reason) =>
        Assert.Equal(5, _plan.Take(Jobs(5, Enum.Parse<DueReason>(reason), Now), Now).Count);

    [Fact]
    public void Who_was_woken_and_is_still_due_is_woken_again_after_a_while()
    {
        var due = Jobs(1, DueReason.CutOff, Now);
        _plan.Take(due, Now);

        Assert.Empty(_plan.Take(due, Now.AddSeconds(5)));
        Assert.Single(_plan.Take(due, Now.AddSeconds(31)));
    }

    private static List<DueJob> Jobs(int count, DueReason reason, DateTimeOffset since) =>
        [.. Enumerable.Range(1, count).Select(number => new DueJob($"job-{number}", reason, since))];
}
