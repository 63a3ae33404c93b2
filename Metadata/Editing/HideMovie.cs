using Metadata.Data;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Editing;

internal static class HideMovie
{
    /// <summary>Hides a film from visitors. Nothing is deleted: an edit with isActive true shows it again.</summary>
    internal static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        int id, Catalogue catalogue, CancellationToken cancellationToken)
    {
        var hidden = await catalogue.ChangeAsync(
            (db, token) => db.Movies.Where(movie => movie.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(movie => movie.IsActive, false), token),
            cancellationToken);
        return hidden == 0 ? Problems.NotFound($"There is no film with id {id}.") : TypedResults.NoContent();
    }
}
