using Microsoft.Extensions.Options;

namespace Scraper.Publishing;

/// <summary>Waits at the terminal until a run's films have been answered, or until waiting makes no sense.</summary>
internal sealed class OutboxDrain(
    Outbox outbox, OutboxSender sender, IOptions<PublishingOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    /// <summary>Stops waiting, without complaint, when cancelled.</summary>
    /// <returns>How many films of the run still wait.</returns>
    public async Task<int> WaitAsync(int runId, CancellationToken cancellationToken)
    {
        try
        {
            await WaitUntilEmptyAsync(runId, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The films that still wait are counted below.
        }

        return await outbox.CountAsync(runId, CancellationToken.None);
    }

    private async Task WaitUntilEmptyAsync(int runId, CancellationToken cancellationToken)
    {
        var waiting = await outbox.CountAsync(runId, cancellationToken);
        var lastProgress = clock.GetTimestamp();
        while (waiting > 0)
        {
            // A batch under way may take its time; a Metadata that is away, or another process's turn, may not.
            var isAtWork = sender is { IsSending: true, Problem: null };
            if (!isAtWork && clock.GetElapsedTime(lastProgress) > options.Value.Patience)
            {
                break;
            }

            await Task.Delay(Glance, clock, cancellationToken);
            var left = await outbox.CountAsync(runId, cancellationToken);
            if (left != waiting)
            {
                (waiting, lastProgress) = (left, clock.GetTimestamp());
            }
        }
    }
}
