using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Scraper.Collecting;
using Scraper.Collecting.Drift;
using Scraper.Sources;

namespace Scraper.Journal;

/// <summary>Opens the journal for a run, at the place where its pages end.</summary>
internal sealed class RunBooks(
    JournalStore store, OutboxRoom room, IOptions<CollectingOptions> options, IOptions<JournalOptions> journal, TimeProvider clock)
{
    public async Task<JournaledRun> OpenAsync(
        HeldLease lease, Run run, ISource source, RunMeans means, CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            var targets = await RunTargets.LoadAsync(db, run, options.Value, cancellationToken);
            var scope = RunBaselines.ScopeOf(run, targets);
            var forms = source.HasBaseline ? run.Targets.Select(SourceTarget.FormOf) : [];
            var baselines = await RunBaselines.LoadAsync(
                db, run, forms, scope, options.Value.BaselineRuns, cancellationToken);
            var parts = new RunParts(
                new RunTally(run.Id, means.Meter),
                new RunAssessment(run, targets, new RunWatch(baselines), scope, source.HasBaseline),
                new SentFilms(run.Id, means.Recording is null ? null : journal.Value.ResendAfter),
                room, means.Recording);
            var book = new JournaledRun(store, lease, run, parts, clock);
            var pages = db.Pages.AsNoTracking().Where(page => page.RunId == run.Id).OrderBy(page => page.Number);
            await foreach (var page in pages.AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                book.TakeUp(page, SourceTarget.FormOf(page.Target));
            }

            return book;
        }
    }
}
