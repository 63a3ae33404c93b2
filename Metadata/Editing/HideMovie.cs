using Metadata.Client;
using Metadata.Data;
using Metadata.Matching;
using Metadata.Movies;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using static Metadata.Movies.ParameterShapes;

namespace Metadata.Editing;

internal static class HideMovie
{
    internal static readonly IReadOnlyList<QueryParameter<Query>> Parameters =
    [
        Flag<Query>("takeDown", "true: for good. The film answers 410 and its uploads are never imported again; only an undo "
            + "brings it back.", query => query.TakeDown, (query, flag) => query with { TakeDown = flag }),
    ];

    /// <summary>Hides a film from visitors. Nothing is deleted: an edit with isActive true shows it again.</summary>
    internal static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        int id, HttpRequest request, Catalogue catalogue, CancellationToken cancellationToken)
    {
        var query = Parameters.Read(request.Query, new Query(), out var errors);
        return errors.Count > 0
            ? Problems.BadParameters(errors)
            : await catalogue.ChangeAsync(
                EditorHeaders.Read(request, query.TakeDown ? "takeDown" : "hide"),
                (change, token) => ApplyAsync(change, id, query.TakeDown, token), cancellationToken);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ApplyAsync(
        CatalogueChange change, int id, bool takeDown, CancellationToken cancellationToken)
    {
        var movie = await StoredMovies.FindAsync(change.Db, id, cancellationToken);
        if (movie is null)
        {
            return Problems.UnknownMovie(id);
        }

        if (FilmEdit.MergedAway(movie) is { } reason)
        {
            return Problems.Conflict(reason);
        }

        movie.IsActive = false;
        if (takeDown && movie.TakenDownAt is null)
        {
            movie.TakenDownAt = change.Set.At;
            await ExcludeAsync(change, movie, cancellationToken);
        }

        return TypedResults.NoContent();
    }

    private static async Task ExcludeAsync(CatalogueChange change, Movie movie, CancellationToken cancellationToken)
    {
        var excluded = movie.Videos.ConvertAll(video => (Video: video, Exclusion: new ImportExclusion
        {
            Kind = ExclusionKind.Video,
            Source = video.Source,
            Value = video.ExternalId,
            Reason = change.Set.Reason ?? $"the film {movie.Id} was taken down",
            Actor = change.Set.Actor,
            CreatedAt = change.Set.At,
        }));
        change.Db.Exclusions.AddRange(excluded.Select(pair => pair.Exclusion));
        await change.SaveAsync(cancellationToken);
        excluded.ForEach(pair => pair.Video.ExclusionId = pair.Exclusion.Id);
        MovieFacts.Settle(movie);
    }

    internal sealed record Query(bool TakeDown = false);
}
