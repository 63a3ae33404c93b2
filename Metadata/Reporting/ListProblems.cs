using Metadata.Client;
using Metadata.Data;
using Metadata.Editing;
using Metadata.Movies;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Reporting;

internal static class ListProblems
{
    /// <summary>Uploads that visitors say are of another film, the most often reported first.</summary>
    internal static async Task<Results<Ok<PageOf<ReportedVideo>>, ProblemHttpResult>> Handle(
        HttpRequest request, MoviesDb db, CancellationToken cancellationToken)
    {
        var page = EditorPage.Parameters.Read(request.Query, new EditorPage(), out var errors);
        if (errors.Count > 0)
        {
            return Problems.BadParameters(errors);
        }

        var reported = from report in db.Problems.AsNoTracking()
                       where report.Reason == ProblemReason.WrongFilm
                       join video in db.Videos.AsNoTracking() on report.VideoId equals video.Id
                       where video.MovieId == report.MovieId && video.ExclusionId == null
                       orderby report.Count descending, report.VideoId
                       select new ReportedVideo(
                           video.Id, video.MovieId, video.Movie.Title, video.Movie.Year, video.Source, video.ExternalId,
                           video.SourceUrl, video.RawTitle, report.Count, report.ReportedAt);
        return TypedResults.Ok(new PageOf<ReportedVideo>(
            await reported.Skip(page.Skipped).Take(page.PageSize).ToListAsync(cancellationToken),
            await reported.CountAsync(cancellationToken), page.Page, page.PageSize));
    }
}
