using System.Security.Cryptography;
using Metadata.Client;
using Metadata.Data;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Movies;

internal static class PickRandomMovie
{
    /// <summary>One film by chance among those that the filters keep.</summary>
    internal static async Task<Results<Ok<MovieSummary>, ProblemHttpResult>> Handle(
        HttpRequest request, MoviesDb db, CancellationToken cancellationToken)
    {
        var query = MovieParameters.Filters.Read(request.Query, new MovieQuery(), out var errors);
        if (errors.Count > 0)
        {
            return Problems.BadParameters(errors);
        }

        var movies = db.Movies.AsNoTracking().Kept(query);
        var total = await movies.CountAsync(cancellationToken);
        var chosen = total == 0
            ? []
            : await MovieSummaries.ReadAsync(
                db, movies.OrderBy(movie => movie.Id).Skip(RandomNumberGenerator.GetInt32(total)).Take(1), cancellationToken);
        return chosen.Count == 0
            ? Problems.NotFound("No film passes these filters.")
            : TypedResults.Ok(chosen[0]);
    }
}
