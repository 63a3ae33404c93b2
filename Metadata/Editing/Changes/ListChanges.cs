using Metadata.Client;
using Metadata.Data;
using Metadata.Movies;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using static Metadata.Movies.ParameterShapes;

namespace Metadata.Editing.Changes;

internal static class ListChanges
{
    private const int MaxChanges = 1_000;

    internal static readonly IReadOnlyList<QueryParameter<Query>> Parameters =
    [
        Whole<Query>("movieId", "Only sets that changed this film; of each its changes of the film.", 1, int.MaxValue,
            query => query.MovieId, (query, id) => query with { MovieId = id }),
        Time<Query>("since", "Only what was done at this time or later.",
            query => query.Since, (query, since) => query with { Since = since }),
        Text<Query>("actor", "Only what this actor did.", MovieModel.MaxActorLength,
            query => query.Actor, (query, actor) => query with { Actor = actor }),
        .. EditorPage.Of<Query>(query => query.Page, (query, page) => query with { Page = page }),
    ];

    /// <summary>The journal: who changed what, when and why; the newest set first.</summary>
    internal static async Task<Results<Ok<PageOf<ChangeSet>>, ProblemHttpResult>> Handle(
        HttpRequest request, MoviesDb db, CancellationToken cancellationToken)
    {
        var query = Parameters.Read(request.Query, new Query(null, null, null, new EditorPage()), out var errors);
        if (errors.Count > 0)
        {
            return Problems.BadParameters(errors);
        }

        var sets = Filtered(db, query);
        var total = await sets.CountAsync(cancellationToken);
        var rows = await sets.OrderByDescending(set => set.Id).Skip(query.Page.Skipped).Take(query.Page.PageSize)
            .ToListAsync(cancellationToken);
        var page = new List<ChangeSet>();
        foreach (var set in rows)
        {
            page.Add(await ReadAsync(db, set, query.MovieId, cancellationToken));
        }

        return TypedResults.Ok(new PageOf<ChangeSet>(page, total, query.Page.Page, query.Page.PageSize));
    }

    private static IQueryable<JournalSet> Filtered(MoviesDb db, Query query)
    {
        var sets = db.JournalSets.AsNoTracking();
        if (query.MovieId is { } movieId)
        {
            sets = sets.Where(set => db.JournalChanges.Any(change => change.SetId == set.Id && change.MovieId == movieId));
        }

        if (query.Since is { } since)
        {
            sets = sets.Where(set => set.At >= since);
        }

        return query.Actor is { } actor ? sets.Where(set => set.Actor == actor) : sets;
    }

    private static async Task<ChangeSet> ReadAsync(MoviesDb db, JournalSet set, int? movieId, CancellationToken cancellationToken)
    {
        var all = db.JournalChanges.AsNoTracking().Where(change => change.SetId == set.Id);
        var first = await all.Where(change => movieId == null || change.MovieId == movieId)
            .OrderBy(change => change.Number).Take(MaxChanges).ToListAsync(cancellationToken);
        return new ChangeSet
        {
            Id = set.Id,
            At = set.At,
            Actor = set.Actor,
            Action = set.Action,
            Reason = set.Reason,
            UndoneBy = set.UndoneById,
            Count = await all.CountAsync(cancellationToken),
            Changes = first.ConvertAll(change => new FieldChange(
                change.MovieId, change.Field, change.VideoId, JournalText.ToJson(change.Old), JournalText.ToJson(change.New))),
        };
    }

    internal sealed record Query(int? MovieId, DateTimeOffset? Since, string? Actor, EditorPage Page);
}
