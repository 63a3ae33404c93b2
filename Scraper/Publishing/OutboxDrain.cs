using Microsoft.Extensions.Options;

namespace Scraper.Publishing;

/// <summary>Waits at the terminal until what is in the outbox has been answered, or until waiting makes no sense. Also what
/// earlier runs left there: a run does not send again what is on its way already.</summary>
internal sealed class OutboxDrain(
    Outbox outbox, OutboxSender sender, IOptions<PublishingOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    /// <summary>Sends what is in the outbox, for as long as waiting makes sense.</summary>
    /// <returns>How many films still wait.</returns>
    public async Task<int> SendAsync(CancellationToken cancellationToken)
    {
        using var stop = new CancellationTokenSource();
        var sending = sender.RunAsync(stop.Token);
        try
        {
            return await WaitAsync(cancellationToken);
        }
        finally
        {
            await stop.CancelAsync();
            await sending;
        }
    }

    /// <summary>Stops waiting, without complaint, when cancelled.</summary>
    /// <returns>How many films still wait, without those that came in meanwhile.</returns>
    public async Task<int> WaitAsync(CancellationToken cancellationToken)
    {
        var last = await outbox.LastAsync(CancellationToken.None);
        try
        {
            await WaitUntilSentAsync(last, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The films that still wait are counted below.
        }

        return await outbox.CountUpToAsync(last, CancellationToken.None);
    }

    private async Task WaitUntilSentAsync(long last, CancellationToken cancellationToken)
    {
        var waiting = await outbox.CountUpToAsync(last, cancellationToken);
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
            var left = await outbox.CountUpToAsync(last, cancellationToken);
            if (left != waiting)
            {
                (waiting, lastProgress) = (left, clock.GetTimestamp());
            }
        }
    }
}
