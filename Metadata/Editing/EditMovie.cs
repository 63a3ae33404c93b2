using System.Text.Json;
using Metadata.Client;
using Metadata.Data;
using Metadata.Movies;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Metadata.Editing;

internal static class EditMovie
{
    /// <summary>Sets the fields given and locks them against uploads. A field given as null becomes unknown.</summary>
    internal static async Task<Results<Ok<MovieDetails>, ProblemHttpResult>> Handle(
        int id, HttpRequest request, Catalogue catalogue, MovieEditReader reader, CancellationToken cancellationToken)
    {
        var body = await RequestJson.ReadAsync(request, cancellationToken);
        if (body.Problem is not null)
        {
            return body.Problem;
        }

        using var document = body.Document!;
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            return Problems.BadBody(
                $"The body must be a JSON object with the fields to set, found {document.RootElement.ValueKind}.");
        }

        var edit = reader.Read(document.RootElement, out var errors);
        return errors.Count > 0
            ? Problems.BadParameters(errors)
            : await catalogue.ChangeAsync(
                EditorHeaders.Read(request, "edit"), (change, token) => ApplyAsync(change, id, edit, token), cancellationToken);
    }

    private static async Task<Results<Ok<MovieDetails>, ProblemHttpResult>> ApplyAsync(
        CatalogueChange change, int id, Action<Movie> edit, CancellationToken cancellationToken)
    {
        var movie = await StoredMovies.FindAsync(change.Db, id, cancellationToken);
        if (movie is null)
        {
            return Problems.UnknownMovie(id);
        }

        if (FilmEdit.Apply(change.Db, movie, edit) is { } reason)
        {
            return Problems.Conflict(reason);
        }

        await FilmKeys.AddAsync(change.Db, [movie], cancellationToken);
        return TypedResults.Ok(MovieDetailsOf.Read(movie, forEditors: true));
    }
}
