namespace Benchmarks.Load;

/// <summary>Threads of their own: blocking sockets on the thread pool would make each other wait.</summary>
internal static class Workers
{
    /// <summary>Runs <paramref name="work"/> on so many threads and waits for all: this program does one thing at a
    /// time, so that nothing of its own disturbs the clock.</summary>
    public static void Run(int count, Action<int> work)
    {
        var tasks = Enumerable.Range(0, count).Select(worker => Task.Factory.StartNew(
            () => work(worker), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
        Task.WaitAll(tasks.ToList());
    }
}
