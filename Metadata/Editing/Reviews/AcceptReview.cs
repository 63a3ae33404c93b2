using Metadata.Client;
using Metadata.Data;
using Metadata.Editing.Merging;
using Metadata.Matching;
using Metadata.Movies;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Editing.Reviews;

internal static class AcceptReview
{
    /// <summary>Puts the upload in doubt into the candidate, or into the film named, for good. A film that had only this
    /// upload goes on as the other.</summary>
    internal static async Task<Results<Ok<MovieDetails>, ProblemHttpResult>> Handle(
        int id, HttpRequest request, Catalogue catalogue, CancellationToken cancellationToken)
    {
        var order = await RequestBody.ReadAsync(
            request, fields => new AcceptOrder((int?)fields.Whole("intoId", 1, int.MaxValue)), cancellationToken);
        return order.Problem is not null
            ? order.Problem
            : await catalogue.ChangeAsync(
                EditorHeaders.Read(request, "accept"), (change, token) => ApplyAsync(change, id, order.Value!.IntoId, token),
                cancellationToken);
    }

    private static async Task<Results<Ok<MovieDetails>, ProblemHttpResult>> ApplyAsync(
        CatalogueChange change, int id, int? intoId, CancellationToken cancellationToken)
    {
        var pair = await change.Db.Reviews.SingleOrDefaultAsync(pair => pair.Id == id, cancellationToken);
        if (pair is null)
        {
            return OpenReview.Unknown(id);
        }

        if (OpenReview.Decided(pair) is { } decided)
        {
            return decided;
        }

        var video = await change.Db.Videos.SingleAsync(video => video.Id == pair.VideoId, cancellationToken);
        var target = intoId ?? await MergedMovies.FollowAsync(change.Db, pair.CandidateId, cancellationToken);
        var movies = await StoredMovies.ReadAsync(change.Db, [video.MovieId, target], cancellationToken);
        if (!movies.TryGetValue(target, out var into))
        {
            return Problems.BadParameter("intoId", $"must be a film, and there is none with id {target}");
        }

        if ((FixedFilm.Reason(video.Movie) ?? FixedFilm.Reason(into)) is { } reason)
        {
            return Problems.Conflict(reason);
        }

        Put(video, into);
        await FilmKeys.AddAsync(change.Db, [into], cancellationToken);
        pair.State = ReviewState.Accepted;
        var others = await change.Db.Reviews.Where(other =>
            other.VideoId == video.Id && other.Id != id && other.State == ReviewState.Open).ToListAsync(cancellationToken);
        others.ForEach(other => other.State = ReviewState.Rejected);
        return TypedResults.Ok(MovieDetailsOf.Read(into, forEditors: true));
    }

    private static void Put(Video video, Movie into)
    {
        var left = video.Movie;
        VideoMoves.Move(video, into);
        video.PinnedMovieId = into.Id;
        if (left != into && left.Videos.Count == 0)
        {
            VideoMoves.GoOnAs(left, into);
        }

        MovieFacts.Settle(left);
        MovieFacts.Settle(into);
    }
}
