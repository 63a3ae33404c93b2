using Metadata.Data;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Editing.Exclusions;

internal static class RemoveExclusion
{
    /// <summary>Lets uploads be imported again; those that were taken out return at once.</summary>
    internal static Task<Results<NoContent, ProblemHttpResult>> Handle(
        int id, HttpRequest request, Catalogue catalogue, CancellationToken cancellationToken) => catalogue.ChangeAsync(
            EditorHeaders.Read(request, "include"), (change, token) => ApplyAsync(change, id, token), cancellationToken);

    private static async Task<Results<NoContent, ProblemHttpResult>> ApplyAsync(
        CatalogueChange change, int id, CancellationToken cancellationToken)
    {
        var exclusion = await change.Db.Exclusions.SingleOrDefaultAsync(exclusion => exclusion.Id == id, cancellationToken);
        if (exclusion is null)
        {
            return Problems.NotFound($"There is no exclusion with id {id}.");
        }

        change.Db.Exclusions.Remove(exclusion);
        await change.SaveAsync(cancellationToken);
        await ExcludedVideos.ReleaseAsync(change, exclusion, cancellationToken);
        return TypedResults.NoContent();
    }
}
