using System.Text.Json;
using Metadata.Client;
using Metadata.Data;
using Metadata.Movies;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

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
        if (errors.Count > 0)
        {
            return Problems.BadParameters(errors);
        }

        var edited = await catalogue.ChangeAsync(
            EditorHeaders.Read(request, "edit"), (change, token) => ApplyAsync(change.Db, id, edit, token), cancellationToken);
        return edited is null ? Problems.NotFound($"There is no film with id {id}.") : TypedResults.Ok(edited);
    }

    private static async Task<MovieDetails?> ApplyAsync(
        MoviesDb db, int id, Action<Movie> edit, CancellationToken cancellationToken)
    {
        var movie = await db.Movies.Include(movie => movie.Videos)
            .SingleOrDefaultAsync(movie => movie.Id == id, cancellationToken);
        if (movie is null)
        {
            return null;
        }

        edit(movie);
        return MovieDetailsOf.Read(movie);
    }
}
