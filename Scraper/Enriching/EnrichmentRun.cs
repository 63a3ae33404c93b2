using Scraper.Enriching.Registries;
using Scraper.Journal;

namespace Scraper.Enriching;

/// <summary>A step at every registry that is open, one after another: the later ones use the ids that the earlier found.
/// One process at a time does so.</summary>
internal sealed class EnrichmentRun(IEnumerable<IFilmRegistry> registries, Leases leases, IServiceScopeFactory scopes)
{
    private const string LeaseName = "enrichment";

    public IReadOnlyList<string> Open => [.. registries.Where(registry => registry.IsOpen).Select(registry => registry.Name)];

    /// <returns>Null while another process is at it.</returns>
    public async Task<IReadOnlyList<RegistryStep>?> RunAsync(
        EnrichOrder order, IProgress<RegistryStep> progress, CancellationToken cancellationToken)
    {
        var lease = await leases.TryTakeAsync(LeaseName, cancellationToken);
        if (lease is null)
        {
            return null;
        }

        await using (lease)
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
    }
}
