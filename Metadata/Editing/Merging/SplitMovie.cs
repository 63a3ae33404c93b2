using Metadata.Client;
using Metadata.Data;
using Metadata.Matching;
using Metadata.Movies;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Editing.Merging;

internal static class SplitMovie
{
    private const int MaxVideos = 1_000;

    /// <summary>Makes a film of its own of some of a film's uploads. They stay there, and the others here, whatever later
    /// scrapes say. What is locked here stays here.</summary>
    internal static async Task<Results<Created<MovieDetails>, ProblemHttpResult>> Handle(
        int id, HttpRequest request, Catalogue catalogue, CancellationToken cancellationToken)
    {
        var order = await RequestBody.ReadAsync(
            request, fields => new SplitOrder(fields.RequiredIds("videoIds", MaxVideos)), cancellationToken);
        return order.Problem is not null
            ? order.Problem
            : await catalogue.ChangeAsync(
                EditorHeaders.Read(request, "split"), (change, token) => ApplyAsync(change, id, order.Value!.VideoIds, token),
                cancellationToken);
    }

    private static async Task<Results<Created<MovieDetails>, ProblemHttpResult>> ApplyAsync(
        CatalogueChange change, int id, IReadOnlyList<int> videoIds, CancellationToken cancellationToken)
    {
        var movie = await StoredMovies.FindAsync(change.Db, id, cancellationToken);
        if (movie is null)
        {
            return Problems.UnknownMovie(id);
        }

        if (FixedFilm.Reason(movie) is { } reason)
        {
            return Problems.Conflict(reason);
        }

        var leaving = movie.Videos.Where(video => videoIds.Contains(video.Id)).OrderBy(video => video.Id).ToList();
        if (leaving.Count < videoIds.Count)
        {
            return Problems.BadParameter("videoIds", $"must be uploads of the film {id}, found "
                + $"{string.Join(", ", videoIds.Except(leaving.Select(video => video.Id)).Order())} that are not");
        }

        if (leaving.Count == movie.Videos.Count)
        {
            return Problems.BadParameter("videoIds", $"must leave the film {id} at least one of its {leaving.Count} uploads");
        }

        var made = change.Db.Movies.Add(new Movie
        {
            Title = leaving[0].Title,
            AddedAt = change.Set.At,
            IsActive = movie.IsActive,
        }).Entity;
        await change.SaveAsync(cancellationToken);
        leaving.ForEach(video => VideoMoves.Move(video, made));
        foreach (var film in new[] { movie, made })
        {
            VideoMoves.Pin(film);
            MovieFacts.Settle(film);
        }

        await FilmKeys.AddAsync(change.Db, [movie, made], cancellationToken);
        // What registries said may have been said of the uploads that leave; they are asked again.
        await change.Db.Lookups.Where(lookup => lookup.MovieId == id).ExecuteDeleteAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/movies/{made.Id}", MovieDetailsOf.Read(made, forEditors: true));
    }
}
