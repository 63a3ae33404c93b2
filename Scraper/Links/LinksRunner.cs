using Metadata.Client;
using Microsoft.EntityFrameworkCore;
using Scraper.Journal;
using Scraper.Sources;

namespace Scraper.Links;

/// <summary>One check of links under its lease. Each answer of a host is kept as it comes, so that a check cut off goes on
/// where it was; all are handed in together, because the brake judges a run.</summary>
internal sealed class LinksRunner(
    Leases leases, LinkAnswers answers, IServiceScopeFactory scopes, TimeProvider clock)
{
    public DateTimeOffset MadeAt { get; } = clock.GetUtcNow();

    /// <param name="perSource">Most videos asked about of each source.</param>
    /// <returns>The run as it ended; null when another process is at it.</returns>
    /// <exception cref="LeaseLostException">This process stood still so long that another one took over.</exception>
    public async Task<Run?> RunAsync(
        IReadOnlyList<ILinkedSource> sources, int perSource, CancellationToken cancellationToken)
    {
        if (await leases.TryTakeAsync(LinksJob.JobName, cancellationToken) is not { } lease)
        {
            return null;
        }

        await using (lease)
        {
            using var scope = scopes.CreateScope();
            var metadata = scope.ServiceProvider.GetRequiredService<CheckingClient>();
            var run = await BeginAsync(lease, cancellationToken);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
            try
            {
                await Task.WhenAll(sources.Select(source => AskAsync(metadata, lease, source, perSource, stop.Token)));
                await HandInAsync(metadata, lease, run);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                run.Status = RunStatus.Stopped;
            }
            catch (MetadataException refused) when (!refused.IsStaleLease)
            {
                (run.Status, run.Message) = (RunStatus.Failed, refused.Message);
            }

            await EndAsync(lease, run);
            return run;
        }
    }

    private async Task<Run> BeginAsync(HeldLease lease, CancellationToken cancellationToken)
    {
        var run = new Run { Source = LinksJob.JobName, Targets = [], StartedAt = clock.GetUtcNow() };
        await lease.WriteAsync(
            async db =>
            {
                await db.Runs.Where(cutOff => cutOff.Source == LinksJob.JobName && cutOff.Status == RunStatus.Running)
                    .ExecuteUpdateAsync(set => set.SetProperty(cutOff => cutOff.Status, RunStatus.Stopped), cancellationToken);
                db.Runs.Add(run);
            },
            cancellationToken);
        return run;
    }

    /// <summary>Hosts do not wait for each other: each is asked at its own pace.</summary>
    private async Task AskAsync(
        CheckingClient metadata, HeldLease lease, ILinkedSource source, int most, CancellationToken cancellationToken)
    {
        var asked = (await answers.ListAsync(cancellationToken)).Where(answer => answer.Source == source.Name)
            .Select(answer => answer.ExternalId).ToHashSet(StringComparer.Ordinal);
        var waiting = (await WaitingLink.ListAsync(metadata, source, most, cancellationToken))
            .Where(link => !asked.Contains(link.Video.ExternalId)).Take(Math.Max(most - asked.Count, 0));
        await new LinkChecker(source, clock).CheckAsync(waiting, found => KeepAsync(lease, found.Check), cancellationToken);
    }

    // What a host has said is kept even while the check is being stopped.
    private static Task KeepAsync(HeldLease lease, AvailabilityCheck check) => lease.WriteAsync(
        db =>
        {
            db.LinkAnswers.Add(new LinkAnswer
            {
                Source = check.Source,
                ExternalId = check.ExternalId,
                Result = check.Result,
                CheckedAt = check.CheckedAt,
            });
            return Task.CompletedTask;
        },
        CancellationToken.None);

    private async Task HandInAsync(CheckingClient metadata, HeldLease lease, Run run)
    {
        var checks = (await answers.ListAsync(CancellationToken.None)).Select(answer =>
            new AvailabilityCheck(answer.Source, answer.ExternalId, answer.Result, answer.CheckedAt)).ToList();
        (run.Seen, run.Status) = (checks.Count, RunStatus.Done);
        if (checks.Count == 0)
        {
            return;
        }

        try
        {
            var report = await metadata.PutAsync(
                checks, dryRun: false, new WriterLease(lease.Name, lease.Fencing), new EditorNote(EditorNote.Scraper),
                CancellationToken.None);
            run.Updated = report.Changed;
            if (report.Braked.Count > 0)
            {
                (run.Status, run.Message) = (RunStatus.Failed, BrakeText.Of(report));
            }
        }
        catch (MetadataException overtaken) when (overtaken.IsStaleLease)
        {
            throw new LeaseLostException(lease.Name);
        }
        catch (MetadataException refused) when (!refused.IsTransient)
        {
            // They would be refused the next time, too.
            (run.Status, run.Message) = (RunStatus.Failed, refused.Message);
        }

        await lease.WriteAsync(db => db.LinkAnswers.ExecuteDeleteAsync(CancellationToken.None), CancellationToken.None);
    }

    private Task EndAsync(HeldLease lease, Run run)
    {
        run.EndedAt = clock.GetUtcNow();
        return lease.WriteAsync(
            db =>
            {
                db.Runs.Update(run);
                return Task.CompletedTask;
            },
            CancellationToken.None);
    }
}
