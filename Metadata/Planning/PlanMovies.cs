using Metadata.Client;
using Metadata.Data;
using Metadata.Editing;
using Metadata.Ingesting;
using Metadata.Movies;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Metadata.Planning;

internal static class PlanMovies
{
    /// <summary>Tells what 1 to 5,000 uploads would change, film by film and field by field, worked out together as one
    /// batch. Nothing is written.</summary>
    internal static async Task<Results<Ok<MoviePlan>, ProblemHttpResult>> Handle(
        HttpRequest request, Catalogue catalogue, UpsertReader reader, CancellationToken cancellationToken)
    {
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

        var items = reader.ReadAll(document.RootElement);
        return TypedResults.Ok(await catalogue.ChangeAsync(
            EditorHeaders.Read(request, "plan"),
            async (change, token) => PlannedOutcome.Of(
                items, await new IngestBatch(change).WorkOutAsync(items, isPreview: true, token)),
            cancellationToken));
    }
}
