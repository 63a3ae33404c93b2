using Metadata.Client;
using Metadata.Data;
using Metadata.Editing.Reviews;
using Metadata.Matching;
using Metadata.Movies;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Metadata.Editing.Merging;

internal static class MergeMovies
{
    /// <summary>Makes one film of two: the uploads go into the film that stays, for good, and this film's address leads
    /// there. Fields locked in the film that stays keep their value; fields locked only here are taken over.</summary>
    internal static async Task<Results<Ok<MovieDetails>, ProblemHttpResult>> Handle(
        int id, HttpRequest request, Catalogue catalogue, CancellationToken cancellationToken)
    {
        var order = await RequestBody.ReadAsync(request, fields => new MergeOrder(fields.RequiredId("intoId")), cancellationToken);
        return order.Problem is not null
            ? order.Problem
            : await catalogue.ChangeAsync(
                EditorHeaders.Read(request, "merge"), (change, token) => ApplyAsync(change, id, order.Value!.IntoId, token),
                cancellationToken);
    }

    private static async Task<Results<Ok<MovieDetails>, ProblemHttpResult>> ApplyAsync(
        CatalogueChange change, int id, int intoId, CancellationToken cancellationToken)
    {
        var movies = await StoredMovies.ReadAsync(change.Db, [id, intoId], cancellationToken);
        if (!movies.TryGetValue(id, out var movie))
        {
            return Problems.UnknownMovie(id);
        }

        if (!movies.TryGetValue(intoId, out var into) || into == movie)
        {
            return Problems.BadParameter(
                "intoId", into is null ? $"must be a film, and there is none with id {intoId}" : $"must be another film than {id}");
        }

        if ((FixedFilm.Reason(movie) ?? FixedFilm.Reason(into)) is { } reason)
        {
            return Problems.Conflict(reason);
        }

        movie.Videos.ToList().ForEach(video => VideoMoves.Move(video, into));
        VideoMoves.Pin(into);
        VideoMoves.GoOnAs(movie, into);
        MovieFacts.Settle(movie);
        MovieFacts.Settle(into);
        await FilmKeys.AddAsync(change.Db, [into], cancellationToken);
        await change.SaveAsync(cancellationToken);
        await AnsweredReviews.CloseAsync(change.Db, into, cancellationToken);
        return TypedResults.Ok(MovieDetailsOf.Read(into, forEditors: true));
    }
}
