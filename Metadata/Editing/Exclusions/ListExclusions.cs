using Metadata.Client;
using Metadata.Data;
using Metadata.Movies;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Editing.Exclusions;

internal static class ListExclusions
{
    /// <summary>What is never imported again, newest first; those that have ended too.</summary>
    internal static async Task<Results<Ok<PageOf<Exclusion>>, ProblemHttpResult>> Handle(
        HttpRequest request, MoviesDb db, CancellationToken cancellationToken)
    {
        var page = EditorPage.Parameters.Read(request.Query, new EditorPage(), out var errors);
        if (errors.Count > 0)
        {
            return Problems.BadParameters(errors);
        }

        var total = await db.Exclusions.CountAsync(cancellationToken);
        var rows = await db.Exclusions.AsNoTracking().OrderByDescending(exclusion => exclusion.Id)
            .Skip(page.Skipped).Take(page.PageSize).ToListAsync(cancellationToken);
        return TypedResults.Ok(new PageOf<Exclusion>(rows.ConvertAll(Read), total, page.Page, page.PageSize));
    }

    internal static Exclusion Read(ImportExclusion exclusion) => new()
    {
        Id = exclusion.Id,
        Kind = exclusion.Kind,
        Source = exclusion.Source,
        Value = exclusion.Value,
        Reason = exclusion.Reason,
        Actor = exclusion.Actor,
        CreatedAt = exclusion.CreatedAt,
        Until = exclusion.Until,
    };
}
