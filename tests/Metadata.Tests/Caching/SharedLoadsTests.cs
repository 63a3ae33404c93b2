using Metadata.Caching;

namespace Metadata.Tests.Caching;

public sealed class SharedLoadsTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    private readonly SharedLoads _loads = new(TimeProvider.System);
    private readonly TaskCompletionSource<byte[]> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _started;

    [Fact]
    public async Task A_thousand_callers_make_one_load()
    {
        var callers = Enumerable.Range(0, 1_000).Select(_ => JoinAsync(CancellationToken.None)).ToList();
        _answer.SetResult([1, 2, 3]);

        var bodies = await Task.WhenAll(callers);

        Assert.Equal(1, _started);
        Assert.All(bodies, body => Assert.Equal<byte>([1, 2, 3], body!));
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

        Assert.Equal<byte>([7], (await last)!);
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
    public async Task A_failure_reaches_all_and_is_not_kept()
    {
        var callers = Enumerable.Range(0, 10).Select(_ => JoinAsync(CancellationToken.None)).ToList();
        _answer.SetException(new InvalidOperationException("The database is away."));
        foreach (var caller in callers)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => caller);
        }

        var next = await _loads.JoinAsync("key", _ => Task.FromResult<byte[]?>([1]), CancellationToken.None);

        Assert.Equal<byte>([1], next!);
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
