using System.Text.Json;
using Metadata.Client;
using Metadata.Data;
using Metadata.Movies;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Metadata.Editing;

internal static class CreateMovie
{
    /// <summary>Creates a film without videos from the fields of an edit; the title is required. The fields given are
    /// locked. An upload with the same title and year joins it later.</summary>
    internal static async Task<Results<Created<MovieDetails>, ProblemHttpResult>> Handle(
        HttpRequest request, Catalogue catalogue, MovieEditReader reader, CancellationToken cancellationToken)
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
                $"The body must be a JSON object with the film's fields, found {document.RootElement.ValueKind}.");
        }

        var edit = reader.Read(document.RootElement, out var errors);
        if (!document.RootElement.TryGetProperty("title", out _))
        {
            errors.Add("title", ["title is required."]);
        }

        if (errors.Count > 0)
        {
            return Problems.BadParameters(errors);
        }

        var movie = await catalogue.ChangeAsync(
            EditorHeaders.Read(request, "create"), (change, token) => AddAsync(change, edit, token), cancellationToken);
        return TypedResults.Created($"/api/v1/movies/{movie.Id}", MovieDetailsOf.Read(movie, forEditors: true));
    }

    private static async Task<Movie> AddAsync(CatalogueChange change, Action<Movie> edit, CancellationToken cancellationToken)
    {
        var movie = new Movie { Title = "", AddedAt = change.Set.At };
        edit(movie);
        change.Db.Movies.Add(movie);
        await change.SaveAsync(cancellationToken);
        await FilmKeys.AddAsync(change.Db, [movie], cancellationToken);
        return movie;
    }
}
