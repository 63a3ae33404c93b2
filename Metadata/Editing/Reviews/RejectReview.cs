using Metadata.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Editing.Reviews;

internal static class RejectReview
{
    /// <summary>Leaves the upload in the film it is in; this is never asked again.</summary>
    internal static Task<Results<NoContent, ProblemHttpResult>> Handle(
        int id, HttpRequest request, Catalogue catalogue, CancellationToken cancellationToken) => catalogue.ChangeAsync(
            EditorHeaders.Read(request, "reject"), (change, token) => ApplyAsync(change.Db, id, token), cancellationToken);

    private static async Task<Results<NoContent, ProblemHttpResult>> ApplyAsync(
        MoviesDb db, int id, CancellationToken cancellationToken)
    {
        var pair = await db.Reviews.SingleOrDefaultAsync(pair => pair.Id == id, cancellationToken);
        if (pair is null)
        {
            return OpenReview.Unknown(id);
        }

        if (OpenReview.Decided(pair) is { } decided)
        {
            return decided;
        }

        pair.State = ReviewState.Rejected;
        return TypedResults.NoContent();
    }
}
