using System.Net;
using Metadata.Client;
using Microsoft.Extensions.Options;
using Scraper.Journal;

namespace Scraper.Publishing;

/// <summary>Sends the outbox to Metadata, batch by batch, for as long as it takes. One process sends at a time.</summary>
/// <remarks>A batch keeps its key and its body until it is answered, so an answer that got lost is asked for again and
/// Metadata repeats it instead of doing the work twice.</remarks>
internal sealed partial class OutboxSender(
    Outbox outbox, Leases leases, IServiceScopeFactory scopes, IOptions<PublishingOptions> options,
    TimeProvider clock, ILogger<OutboxSender> logger)
{
    /// <summary>Answers that more tries of the same batch cannot change.</summary>
    private static readonly HttpStatusCode[] Poisonous =
    [
        HttpStatusCode.BadRequest, HttpStatusCode.Conflict,
        HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.UnprocessableEntity,
    ];

    /// <summary>Why nothing gets through at the moment; null while all is well or another process sends.</summary>
    public string? Problem { get; private set; }

    /// <summary>Whether this process is the one that sends.</summary>
    public bool IsSending { get; private set; }

    /// <summary>Sends until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await TakeTurnAsync(cancellationToken);
                await Task.Delay(options.Value.IdlePause, clock, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What is left waits in the outbox.
        }
    }

    private async Task TakeTurnAsync(CancellationToken cancellationToken)
    {
        try
        {
            var lease = await leases.TryTakeAsync(Leases.Outbox, cancellationToken);
            if (lease is null)
            {
                return;
            }

            await using (lease)
            {
                IsSending = true;
                using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
                await SendUnderAsync(lease, stop.Token);
            }
        }
        catch (Exception broken) when (DatabaseTrouble.Is(broken) || broken is LeaseLostException or ClockAstrayException
            || (broken is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogTurnLost(broken);
        }
        finally
        {
            IsSending = false;
        }
    }

    private async Task SendUnderAsync(HeldLease lease, CancellationToken cancellationToken)
    {
        var failures = 0;
        while (true)
        {
            var batch = await outbox.NextAsync(lease, cancellationToken);
            if (batch is null)
            {
                await Task.Delay(options.Value.IdlePause, clock, cancellationToken);
                continue;
            }

            if (await TrySendAsync(lease, batch, cancellationToken))
            {
                failures = 0;
                continue;
            }

            await Task.Delay(RetryPause(failures++), clock, cancellationToken);
        }
    }

    /// <returns>False when Metadata must be asked again later.</returns>
    private async Task<bool> TrySendAsync(HeldLease lease, OutboxBatch batch, CancellationToken cancellationToken)
    {
        using var scope = scopes.CreateScope();
        var accepted = scope.ServiceProvider.GetRequiredService<AcceptedUploads>();
        try
        {
            var metadata = scope.ServiceProvider.GetRequiredService<MetadataClient>();
            var report = await metadata.UpsertAsync(
                batch.Upserts(), batch.Key, new WriterLease(lease.Name, lease.Fencing), cancellationToken);
            await accepted.SettleAsync(batch, report, cancellationToken);
            await OutboxAnswers.SettleAsync(lease, batch, report, CancellationToken.None);
            LogSent(batch.Entries.Count, report.Created, report.Updated, report.Unchanged, report.Rejected);
            Problem = null;
            return true;
        }
        catch (MetadataException overtaken) when (overtaken.IsStaleLease)
        {
            // Another process sends by now, this batch included.
            throw new LeaseLostException(lease.Name);
        }
        catch (MetadataException refused) when (refused.Status is { } status && Poisonous.Contains(status))
        {
            LogRefused(batch.Entries.Count, refused.Message);
            await accepted.RefuseAsync(batch, refused.Message, CancellationToken.None);
            await OutboxAnswers.BreakUpAsync(lease, batch, refused.Message, CancellationToken.None);
            return true;
        }
        catch (MetadataException away)
        {
            // Said once; health and the commands go on naming it.
            if (Problem is null)
            {
                LogAway(away.Message);
            }

            Problem = away.Message;
            return false;
        }
    }

    private TimeSpan RetryPause(int failures)
    {
        var pause = options.Value.FirstRetryPause * Math.Pow(2, Math.Min(failures, 20));
        return pause < options.Value.LongestRetryPause ? pause : options.Value.LongestRetryPause;
    }

    [LoggerMessage(Level = LogLevel.Information,
        Message = "Sent {Films} films to Metadata: {Created} new, {Updated} updated, {Unchanged} unchanged, {Rejected} rejected.")]
    private partial void LogSent(int films, int created, int updated, int unchanged, int rejected);

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "Metadata refuses a batch of {Films}; finding out which film is to blame. {Reason}")]
    private partial void LogRefused(int films, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Films wait in the outbox: {Reason}")]
    private partial void LogAway(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sending paused; the films stay in the outbox.")]
    private partial void LogTurnLost(Exception exception);
}
