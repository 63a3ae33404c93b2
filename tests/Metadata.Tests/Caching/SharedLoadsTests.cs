using Hosts;
using Metadata.Caching;

namespace Metadata.Tests.Caching;

public sealed class SharedLoadsTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    private readonly ManualTimeProvider _clock = new(DateTimeOffset.UnixEpoch);
    private readonly SharedLoads<byte[]?> _loads;
    private readonly TaskCompletionSource<byte[]> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _started;

    public SharedLoadsTests() => _loads = new SharedLoads<byte[]?>(_clock);

    [Fact]
    public async Task A_thousand_callers_make_one_load()
    {
        var callers = Enumerable.Range(0, 1_000).Select(_ => JoinAsync(CancellationToken.None)).ToList();
        _answer.SetResult([1, 2, 3]);

        var bodies = await Task.WhenAll(callers);

        Assert.Equal(1, _started);
        Assert.All(bodies, body => Assert.Equal((byte[])[1, 2, 3], body));
    }

    [Fact]
    public async Task Visitors_who_leave_do_not_break_the_load_for_the_last()
    {
        using var leaving = new CancellationTokenSource();
        var gone = Enumerable.Range(0, 999).Select(_ => JoinAsync(leaving.Token)).ToList();
        var last = JoinAsync(CancellationToken.None);
        await leaving.CancelAsync();
        foreach (var visitor in gone)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => visitor);
        }

        _answer.SetResult([7]);

        Assert.Equal((byte[])[7], await last);
        Assert.Equal((1, false), (_started, _cancelled.Task.IsCompleted));
    }

    [Fact]
    public async Task When_all_have_left_the_load_is_cancelled()
    {
        using var leaving = new CancellationTokenSource();
        var visitors = Enumerable.Range(0, 10).Select(_ => JoinAsync(leaving.Token)).ToList();

        await leaving.CancelAsync();

        await _cancelled.Task.WaitAsync(Deadline);
        foreach (var visitor in visitors)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => visitor);
        }

        Assert.Equal(0, _loads.WaitersFor("key"));
    }

    [Fact]
    public async Task Two_hundred_callers_of_a_failing_load_get_its_failure_from_one_attempt_a_second()
    {
        _answer.SetException(new InvalidOperationException("The database is away."));
        var messages = new List<string>();
        for (var second = 0; second < 3; second++)
        {
            var callers = Enumerable.Range(0, 200).Select(_ => JoinAsync(CancellationToken.None)).ToList();
            foreach (var caller in callers)
            {
                messages.Add((await Assert.ThrowsAsync<InvalidOperationException>(() => caller)).Message);
            }

            // The same second still.
            await Assert.ThrowsAsync<InvalidOperationException>(() => JoinAsync(CancellationToken.None));
            _clock.Advance(SharedLoads.FailureLife);
        }

        Assert.Equal((3, "The database is away."), (_started, Assert.Single(messages.Distinct(StringComparer.Ordinal))));
    }

    [Fact]
    public async Task A_failure_of_one_key_says_nothing_of_another_and_is_forgotten_after_a_success()
    {
        await Assert.ThrowsAsync<TimeZoneNotFoundException>(
            () => _loads.JoinAsync("other", _ => throw new TimeZoneNotFoundException(), CancellationToken.None));
        _answer.SetResult([1]);

        Assert.Equal((byte[])[1], await JoinAsync(CancellationToken.None));

        _clock.Advance(SharedLoads.FailureLife);
        Assert.Equal((byte[])[2], await _loads.JoinAsync("other", _ => Task.FromResult<byte[]?>([2]), CancellationToken.None));
    }

    [Fact]
    public async Task Failures_of_invented_keys_do_not_pile_up()
    {
        for (var number = 0; number < SharedLoads.MaxFailures * 3; number++)
        {
            await Assert.ThrowsAsync<TimeZoneNotFoundException>(
                () => _loads.JoinAsync($"{number}", _ => throw new TimeZoneNotFoundException(), CancellationToken.None));
        }

        Assert.InRange(_loads.FailureCount, 1, SharedLoads.MaxFailures);
    }

    [Fact]
    public async Task A_load_that_does_not_end_fails_for_all_and_is_cancelled()
    {
        var callers = Enumerable.Range(0, 5).Select(_ => JoinAsync(CancellationToken.None)).ToList();
        Assert.True(SpinWait.SpinUntil(() => _clock.WaitingTimers > 0, Deadline));

        _clock.Advance(SharedLoads.Patience);

        foreach (var caller in callers)
        {
            await Assert.ThrowsAsync<TimeoutException>(() => caller);
        }

        await _cancelled.Task.WaitAsync(Deadline);
    }

    private Task<byte[]?> JoinAsync(CancellationToken cancellationToken) => _loads.JoinAsync("key", LoadAsync, cancellationToken);

    private async Task<byte[]?> LoadAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _started);
        try
        {
            return await _answer.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            _cancelled.SetResult();
            throw;
        }
    }
}
