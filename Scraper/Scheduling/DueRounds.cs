using Scraper.Journal;

namespace Scraper.Scheduling;

/// <summary>Round after round: what is due, though nothing has woken it, is woken.</summary>
internal sealed partial class DueRounds(
    PlannedJobs jobs, DueJobs due, RunOrders orders, TimeProvider clock, ILogger<DueRounds> logger)
{
    private readonly CatchUpPlan _plan = new();

    /// <summary>The jobs to wake now.</summary>
    public async Task<IReadOnlyList<string>> NextAsync(bool isStart, CancellationToken cancellationToken)
    {
        List<DueJob> found = [];
        foreach (var job in jobs.All)
        {
            if (await due.FindAsync(job, isStart, cancellationToken) is { } one)
            {
                found.Add(one);
            }
        }

        foreach (var order in (await orders.ListAsync(cancellationToken)).Where(order => jobs.Find(order.Source) is null))
        {
            await orders.FulfilAsync(order.Source, order.Id, cancellationToken);
            LogNotPlanned(order.Source);
        }

        return _plan.Take(found, clock.GetUtcNow());
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An order to run {Source} is dropped: it is disabled or has no targets.")]
    private partial void LogNotPlanned(string source);
}
