using Metadata.Client;
using Metadata.Data;
using Metadata.Editing;
using Metadata.Movies;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Facts;

internal static class ListUnsure
{
    /// <summary>Films for which a registry has candidates, none of them surely the film; the latest answer first.</summary>
    internal static async Task<Results<Ok<PageOf<RegistryLookup>>, ProblemHttpResult>> Handle(
        HttpRequest request, MoviesDb db, CancellationToken cancellationToken)
    {
        var page = EditorPage.Parameters.Read(request.Query, new EditorPage(), out var errors);
        if (errors.Count > 0)
        {
            return Problems.BadParameters(errors);
        }

        var unsure = db.Lookups.AsNoTracking().Where(lookup => lookup.Outcome == LookupOutcome.Unsure);
        var total = await unsure.CountAsync(cancellationToken);
        var rows = await unsure
            .Join(db.Movies, lookup => lookup.MovieId, movie => movie.Id, (lookup, movie) => new { lookup, movie.Title, movie.Year })
            .OrderByDescending(row => row.lookup.AskedAt).ThenBy(row => row.lookup.MovieId).ThenBy(row => row.lookup.Registry)
            .Skip(page.Skipped).Take(page.PageSize).ToListAsync(cancellationToken);
        return TypedResults.Ok(new PageOf<RegistryLookup>(
            rows.ConvertAll(row => new RegistryLookup(
                row.lookup.MovieId, row.Title, row.Year, row.lookup.Registry, row.lookup.AskedAt, row.lookup.Outcome,
                row.lookup.Reason)),
            total, page.Page, page.PageSize));
    }
}
