using Metadata.Client;
using Metadata.Data;
using Metadata.Matching;
using Metadata.Movies;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Metadata.Editing;

internal static class UnlockMovie
{
    /// <summary>Lets uploads change fields again. Each takes the value at once that they give; a film without uploads
    /// keeps its own.</summary>
    internal static async Task<Results<Ok<MovieDetails>, ProblemHttpResult>> Handle(
        int id, HttpRequest request, Catalogue catalogue, CancellationToken cancellationToken)
    {
        var order = await RequestBody.ReadAsync(request, Read, cancellationToken);
        return order.Problem is not null
            ? order.Problem
            : await catalogue.ChangeAsync(
                EditorHeaders.Read(request, "unlock"), (change, token) => ApplyAsync(change.Db, id, order.Value!, token),
                cancellationToken);
    }

    private static UnlockOrder Read(JsonFields fields)
    {
        var names = fields.Names("fields", MovieModel.MaxNameLength) ?? [];
        var unknown = names.Where(name => MovieFieldNames.Of(name) == MovieFields.None).ToList();
        if (names.Count == 0 || unknown.Count > 0)
        {
            fields.Reject("fields", $"must name fields that can be locked ({string.Join(", ", MovieFieldNames.Every.Names())}), "
                + $"found {(unknown.Count > 0 ? string.Join(", ", unknown) : "none")}");
        }

        return new UnlockOrder(names);
    }

    private static async Task<Results<Ok<MovieDetails>, ProblemHttpResult>> ApplyAsync(
        MoviesDb db, int id, UnlockOrder order, CancellationToken cancellationToken)
    {
        var movie = await StoredMovies.FindAsync(db, id, cancellationToken);
        if (movie is null)
        {
            return Problems.UnknownMovie(id);
        }

        if (FilmEdit.MergedAway(movie) is { } reason)
        {
            return Problems.Conflict(reason);
        }

        movie.LockedFields &= ~order.Fields.Aggregate(MovieFields.None, (fields, name) => fields | MovieFieldNames.Of(name));
        MovieFacts.Settle(movie);
        return TypedResults.Ok(MovieDetailsOf.Read(movie, forEditors: true));
    }
}
