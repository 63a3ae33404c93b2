using Metadata.Data;
using Metadata.Movies;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Editing.Reviews;

/// <summary>Questions that an editor has answered by doing something else.</summary>
internal static class AnsweredReviews
{
    /// <summary>Closes the open questions whether uploads of a film are of that very film.</summary>
    /// <param name="movie">With its videos; saved, merges too.</param>
    public static async Task CloseAsync(MoviesDb db, Movie movie, CancellationToken cancellationToken)
    {
        var videos = movie.Videos.Select(video => video.Id).ToList();
        var pairs = await db.Reviews.Where(pair => pair.State == ReviewState.Open && videos.Contains(pair.VideoId))
            .ToListAsync(cancellationToken);
        foreach (var pair in pairs)
        {
            if (await MergedMovies.FollowAsync(db, pair.CandidateId, cancellationToken) == movie.Id)
            {
                pair.State = ReviewState.Accepted;
            }
        }
    }
}
