using Metadata.Client;
using Metadata.Data;
using Metadata.Editing;
using Metadata.Ingesting;
using Metadata.Movies;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using static Metadata.Movies.ParameterShapes;

namespace Metadata.Planning;

internal static class ApplyPlan
{
    internal static readonly IReadOnlyList<QueryParameter<Query>> Parameters =
    [
        Flag<Query>("dryRun", "true: tell whether the plan still holds and write nothing.",
            query => query.DryRun, (query, flag) => query with { DryRun = flag }),
    ];

    /// <summary>Writes the films of a plan in one change set, if they still come out as the plan says. If anything would
    /// come out otherwise, nothing is written and the report names it. Films may be left out of a plan; a film that is as
    /// planned already is left as it is, so that a plan can be sent again.</summary>
    internal static async Task<Results<Ok<PlanReport>, ProblemHttpResult>> Handle(
        HttpRequest request, Catalogue catalogue, PlanReader reader, CancellationToken cancellationToken)
    {
        var query = Parameters.Read(request.Query, new Query(), out var errors);
        if (errors.Count > 0)
        {
            return Problems.BadParameters(errors);
        }

        var body = await RequestJson.ReadAsync(request, MoviePlan.MaxBytes, cancellationToken);
        if (body.Problem is not null)
        {
            return body.Problem;
        }

        using var document = body.Document!;
        if (RequestBody.ListProblem(document.RootElement, MoviePlan.MaxUploads) is { } problem)
        {
            return problem;
        }

        var films = reader.Read(document.RootElement, out errors);
        if (films.Sum(film => film.Items.Count) is > MoviePlan.MaxUploads and var uploads)
        {
            return Problems.BadBody($"A plan holds at most {MoviePlan.MaxUploads} uploads, found {uploads}.");
        }

        return errors.Count > 0
            ? Problems.BadParameters(errors)
            : TypedResults.Ok(await catalogue.ChangeAsync(
                EditorHeaders.Read(request, "apply"), (change, token) => ApplyAsync(change, films, query.DryRun, token),
                cancellationToken));
    }

    private static async Task<PlanReport> ApplyAsync(
        CatalogueChange change, IReadOnlyList<ReadPlan> films, bool dryRun, CancellationToken cancellationToken)
    {
        var items = films.SelectMany(film => film.Items).ToList();
        var outcome = await new IngestBatch(change).WorkOutAsync(items, isPreview: dryRun, cancellationToken);
        var check = await PlanCheck.MakeAsync(
            [.. films.Select(film => film.Planned)], PlannedOutcome.Of(items, outcome), outcome, IngestStore.Of(change.Db),
            cancellationToken);
        var isWritten = !dryRun && check.Conflicts.Count == 0 && check.Due > 0;
        if (isWritten)
        {
            await outcome.Writer.WriteAsync(cancellationToken);
        }

        return new PlanReport(
            isWritten ? change.Set.Id : null, dryRun, check.Conflicts.Count == 0 ? check.Due : 0, check.AlreadySo, check.Conflicts);
    }

    internal sealed record Query(bool DryRun = false);
}
