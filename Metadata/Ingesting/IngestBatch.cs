using Metadata.Client;
using Metadata.Data;
using Metadata.Editing.Exclusions;
using Metadata.Movies;

namespace Metadata.Ingesting;

/// <summary>Takes one batch into the catalogue:
/// 1. keeps out what is excluded;
/// 2. reads the uploads that are known and writes the items over them;
/// 3. works out which films the new uploads are of, and those that now say something else;
/// 4. writes uploads, films, questions to the editors and the journal.</summary>
internal sealed class IngestBatch(CatalogueChange change)
{
    private readonly IngestStore _store = IngestStore.Of(change.Db);

    public async Task<UpsertReport> WriteAsync(IReadOnlyList<ReadItem> items, CancellationToken cancellationToken)
    {
        var exclusions = await ExclusionRules.ReadAsync(change.Db, change.Set.At, cancellationToken);
        items = [.. items.Select(item => item.Upsert is { } upsert && exclusions.Reason(upsert) is { } reason
            ? item with { Upsert = null, Reason = reason }
            : item)];
        var ids = items.Select(item => item.Upsert).OfType<MovieUpsert>()
            .Select(upsert => (upsert.Source, upsert.ExternalId)).Distinct().ToList();
        var batch = new BatchItems(items, await _store.VideosAsync(ids, cancellationToken), change.Set.At);
        var toMatch = batch.Uploads.Where(upload => upload.IsToMatch).ToList();
        var plan = toMatch.Count == 0 ? new FilmPlan() : await FilmPlan.MakeAsync(_store, toMatch, cancellationToken);
        var writer = new FilmWriter(change, _store);
        await writer.WriteAsync(batch.Uploads, plan, cancellationToken);
        return batch.Report(upload => writer.Placements.GetValueOrDefault(upload));
    }
}
