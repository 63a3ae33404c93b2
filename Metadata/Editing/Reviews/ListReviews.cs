using Metadata.Client;
using Metadata.Data;
using Metadata.Movies;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Editing.Reviews;

internal static class ListReviews
{
    /// <summary>Uploads that may be of a film already known, the oldest question first.</summary>
    internal static async Task<Results<Ok<PageOf<MatchReview>>, ProblemHttpResult>> Handle(
        HttpRequest request, MoviesDb db, CancellationToken cancellationToken)
    {
        var page = EditorPage.Parameters.Read(request.Query, new EditorPage(), out var errors);
        if (errors.Count > 0)
        {
            return Problems.BadParameters(errors);
        }

        var open = from pair in db.Reviews.AsNoTracking()
                   where pair.State == ReviewState.Open
                   join video in db.Videos.AsNoTracking() on pair.VideoId equals video.Id
                   where video.ExclusionId == null && video.MovieId != pair.CandidateId
                   orderby pair.Id
                   select new { Pair = pair, Video = video, video.Movie };
        var total = await open.CountAsync(cancellationToken);
        var rows = await open.Skip(page.Skipped).Take(page.PageSize).ToListAsync(cancellationToken);
        var reviews = new List<MatchReview>();
        foreach (var row in rows)
        {
            var candidateId = await MergedMovies.FollowAsync(db, row.Pair.CandidateId, cancellationToken);
            var candidate = await db.Movies.AsNoTracking().SingleAsync(movie => movie.Id == candidateId, cancellationToken);
            reviews.Add(Read(row.Pair, row.Video, row.Movie, candidate));
        }

        return TypedResults.Ok(new PageOf<MatchReview>(reviews, total, page.Page, page.PageSize));
    }

    private static MatchReview Read(ReviewPair pair, Video video, Movie movie, Movie candidate) => new()
    {
        Id = pair.Id,
        Code = pair.Code,
        At = pair.At,
        Movie = Read(movie),
        Candidate = Read(candidate),
        VideoId = video.Id,
        Source = video.Source,
        ExternalId = video.ExternalId,
        SourceUrl = video.SourceUrl,
        RawTitle = video.RawTitle,
    };

    private static ReviewedMovie Read(Movie movie) => new(
        movie.Id, movie.Title, movie.OriginalTitle, movie.Year, movie.DurationSeconds, movie.Directors);
}
