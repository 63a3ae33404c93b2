using Metadata.Client;
using Metadata.Data;
using Metadata.Matching;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Editing.Exclusions;

/// <summary>Takes uploads out of the catalogue, and lets them back in.</summary>
internal static class ExcludedVideos
{
    private const int VideosAtOnce = 1_000;

    /// <summary>Takes out the uploads that an exclusion fits and no other keeps out.</summary>
    /// <param name="exclusion">Saved.</param>
    public static async Task TakeOutAsync(MoviesDb db, ImportExclusion exclusion, CancellationToken cancellationToken)
    {
        var rule = new ExclusionRules([exclusion]);
        var fitting = new List<int>();
        await foreach (var video in Candidates(db, exclusion).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (rule.Find(video.Seen) is not null)
            {
                fitting.Add(video.Id);
            }
        }

        await ChangeAsync(db, fitting, video => video.ExclusionId = exclusion.Id, cancellationToken);
    }

    /// <summary>Lets the uploads of an exclusion back in, except those that another keeps out as well.</summary>
    public static async Task ReleaseAsync(CatalogueChange change, ImportExclusion exclusion, CancellationToken cancellationToken)
    {
        var db = change.Db;
        var rules = await ExclusionRules.ReadAsync(db, change.Set.At, cancellationToken);
        var kept = await db.Videos.Where(video => video.ExclusionId == exclusion.Id).Select(video => video.Id)
            .ToListAsync(cancellationToken);
        await ChangeAsync(
            db, kept, video => video.ExclusionId = rules.Find(ExcludableVideo.Of(video))?.Id, cancellationToken);
    }

    // Case of Cyrillic letters is beyond SQLite, so all but single videos are compared here.
    private static IQueryable<(int Id, ExcludableVideo Seen)> Candidates(MoviesDb db, ImportExclusion exclusion)
    {
        var videos = db.Videos.AsNoTracking().Where(video => video.ExclusionId == null);
        if (exclusion.Source is { } source)
        {
            videos = videos.Where(video => video.Source == source);
        }

        videos = exclusion.Kind switch
        {
            ExclusionKind.Video => videos.Where(video => video.ExternalId == exclusion.Value),
            ExclusionKind.Author => videos.Where(video => video.AuthorName != null || video.AuthorUrl != null),
            _ => videos,
        };
        return videos.Select(video => new ValueTuple<int, ExcludableVideo>(
            video.Id,
            new ExcludableVideo(video.Source, video.ExternalId, video.RawTitle, video.AuthorName, video.AuthorUrl)));
    }

    private static async Task ChangeAsync(
        MoviesDb db, List<int> videoIds, Action<Video> apply, CancellationToken cancellationToken)
    {
        foreach (var some in videoIds.Chunk(VideosAtOnce))
        {
            var movieIds = await db.Videos.Where(video => some.Contains(video.Id)).Select(video => video.MovieId)
                .ToListAsync(cancellationToken);
            var movies = await StoredMovies.ReadAsync(db, movieIds, cancellationToken);
            foreach (var movie in movies.Values)
            {
                movie.Videos.Where(video => some.Contains(video.Id)).ToList().ForEach(apply);
                MovieFacts.Settle(movie);
            }
        }
    }
}
