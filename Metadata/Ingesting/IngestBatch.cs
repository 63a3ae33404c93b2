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
        var outcome = await WorkOutAsync(items, isPreview: false, cancellationToken);
        await outcome.Writer.WriteAsync(cancellationToken);
        return outcome.Report;
    }

    /// <summary>Works out 1 to 4 and leaves the writing to the caller.</summary>
    /// <param name="items">The batch.</param>
    /// <param name="isPreview">Nothing will be written: new films and uploads get numbers that the catalogue never uses.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IngestOutcome> WorkOutAsync(
        IReadOnlyList<ReadItem> items, bool isPreview, CancellationToken cancellationToken)
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
        var writer = new FilmWriter(change, _store, isPreview);
        await writer.WorkOutAsync(batch.Uploads, plan, cancellationToken);
        return new IngestOutcome(batch.Report(upload => writer.Placements.GetValueOrDefault(upload)), batch.Uploads, writer);
    }
}

/// <summary>What a batch comes to.</summary>
/// <param name="Report">Item by item.</param>
/// <param name="Uploads">All that are not rejected.</param>
/// <param name="Writer">Holds what is to be written, and writes it.</param>
internal sealed record IngestOutcome(UpsertReport Report, IReadOnlyCollection<BatchUpload> Uploads, FilmWriter Writer);
