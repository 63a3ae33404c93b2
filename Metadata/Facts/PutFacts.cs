using Metadata.Client;
using Metadata.Data;
using Metadata.Editing;
using Metadata.Movies;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using static Metadata.Movies.ParameterShapes;

namespace Metadata.Facts;

internal static class PutFacts
{
    internal static readonly IReadOnlyList<QueryParameter<Query>> Parameters =
    [
        Flag<Query>("dryRun", "true: tell what would change and write nothing.",
            query => query.DryRun, (query, flag) => query with { DryRun = flag }),
    ];

    /// <summary>Takes in what a registry answered for 1 to 500 films, in one transaction. A film that was not found, or
    /// not surely, loses what that registry said of it before. Facts never change a field that an editor has locked, and
    /// facts with an id that another film has become a question to the editors.</summary>
    internal static async Task<Results<Ok<FactsReport>, ProblemHttpResult>> Handle(
        HttpRequest request, Catalogue catalogue, LookupReader reader, CancellationToken cancellationToken)
    {
        var query = Parameters.Read(request.Query, new Query(), out var errors);
        if (errors.Count > 0)
        {
            return Problems.BadParameters(errors);
        }

        var batch = await RequestBody.ReadListAsync(request, FilmLookup.MaxBatch, reader.Read, cancellationToken);
        return batch.Problem is not null
            ? batch.Problem
            : TypedResults.Ok(await catalogue.ChangeAsync(
                EditorHeaders.Read(request, "enrich"),
                (change, token) => ApplyAsync(change, batch.Value!, query.DryRun, token), cancellationToken));
    }

    private static async Task<FactsReport> ApplyAsync(
        CatalogueChange change, IReadOnlyList<FilmLookup> batch, bool dryRun, CancellationToken cancellationToken)
    {
        var writer = await FactsWriter.OpenAsync(change, batch, cancellationToken);
        var results = batch.Select(writer.Take).ToList();
        if (dryRun)
        {
            change.Db.ChangeTracker.Clear();
        }

        int Count(FactsStatus status) => results.Count(result => result.Status == status);
        var changed = Count(FactsStatus.Changed);
        return new FactsReport(
            dryRun || changed == 0 ? null : change.Set.Id, dryRun, changed, Count(FactsStatus.Unchanged),
            Count(FactsStatus.Review), Count(FactsStatus.Rejected), results);
    }

    internal sealed record Query(bool DryRun = false);
}
