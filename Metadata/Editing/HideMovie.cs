using Metadata.Data;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Editing;

internal static class HideMovie
{
    /// <summary>Hides a film from visitors. Nothing is deleted: an edit with isActive true shows it again.</summary>
    internal static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        int id, HttpRequest request, Catalogue catalogue, CancellationToken cancellationToken)
    {
        var hidden = await catalogue.ChangeAsync(
            EditorHeaders.Read(request, "hide"), (change, token) => ApplyAsync(change.Db, id, token), cancellationToken);
        return !hidden ? Problems.NotFound($"There is no film with id {id}.") : TypedResults.NoContent();
    }

    private static async Task<bool> ApplyAsync(MoviesDb db, int id, CancellationToken cancellationToken)
    {
        var movie = await db.Movies.SingleOrDefaultAsync(movie => movie.Id == id, cancellationToken);
        if (movie is not null)
        {
            movie.IsActive = false;
        }

        return movie is not null;
    }
}
