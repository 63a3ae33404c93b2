using Metadata.Client;
using Scraper.Enriching.Registries;
using Scraper.Journal;

namespace Scraper.Enriching;

/// <summary>A step at every registry that is open, one after another: the later ones use the ids that the earlier found.
/// One process at a time does so.</summary>
internal sealed class EnrichmentRun(
    IEnumerable<IFilmRegistry> registries, Leases leases, IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Also the name of its lease and of its runs.</summary>
    public const string JobName = "enrichment";

    public IReadOnlyList<string> Open => [.. registries.Where(registry => registry.IsOpen).Select(registry => registry.Name)];

    /// <returns>Null while another process is at it.</returns>
    public async Task<IReadOnlyList<RegistryStep>?> RunAsync(
        EnrichOrder order, IProgress<RegistryStep> progress, CancellationToken cancellationToken)
    {
        var lease = await leases.TryTakeAsync(JobName, cancellationToken);
        if (lease is null)
        {
            return null;
        }

        await using (lease)
        {
            var run = new Run { Source = JobName, Targets = [], StartedAt = clock.GetUtcNow(), Status = RunStatus.Stopped };
            try
            {
                var steps = await StepAsync(lease, order, progress, cancellationToken);
                (run.Status, run.Message) = (RunStatus.Done, steps.Select(step => step.Problem).OfType<string>().FirstOrDefault());
                (run.Seen, run.Updated) = (steps.Sum(step => step.Films.Count), steps.Sum(step => step.Count(FactsStatus.Changed)));
                return steps;
            }
            catch (MetadataException away)
            {
                (run.Status, run.Message) = (RunStatus.Failed, away.Message);
                throw;
            }
            finally
            {
                await (order.DryRun ? Task.CompletedTask : NoteAsync(lease, run));
            }
        }
    }

    private async Task<IReadOnlyList<RegistryStep>> StepAsync(
        HeldLease lease, EnrichOrder order, IProgress<RegistryStep> progress, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
        using var scope = scopes.CreateScope();
        var enricher = scope.ServiceProvider.GetRequiredService<Enricher>();
        var steps = new List<RegistryStep>();
        foreach (var registry in registries.Where(registry => registry.IsOpen))
        {
            var step = await enricher.StepAsync(registry, order, stop.Token);
            steps.Add(step);
            progress.Report(step);
        }

        return steps;
    }

    private Task NoteAsync(HeldLease lease, Run run)
    {
        run.EndedAt = clock.GetUtcNow();
        return lease.WriteAsync(
            db =>
            {
                db.Runs.Add(run);
                return Task.CompletedTask;
            },
            CancellationToken.None);
    }
}
