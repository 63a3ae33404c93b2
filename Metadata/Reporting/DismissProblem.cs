using Metadata.Client;
using Metadata.Data;
using Metadata.Editing;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Reporting;

internal static class DismissProblem
{
    /// <summary>An editor has looked: the upload is of its film. Visitors who see it otherwise begin a new count.</summary>
    internal static Task<Results<NoContent, ProblemHttpResult>> Handle(
        int id, HttpRequest request, Catalogue catalogue, CancellationToken cancellationToken) => catalogue.ChangeAsync(
            EditorHeaders.Read(request, "dismiss"),
            async Task<Results<NoContent, ProblemHttpResult>> (change, token) =>
                await change.Db.Problems.Where(report => report.VideoId == id && report.Reason == ProblemReason.WrongFilm)
                    .ExecuteDeleteAsync(token) > 0
                        ? TypedResults.NoContent()
                        : Problems.NotFound($"Nobody has reported that the upload {id} is of another film."),
            cancellationToken);
}
