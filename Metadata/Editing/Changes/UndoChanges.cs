using System.Globalization;
using Metadata.Client;
using Metadata.Data;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Editing.Changes;

internal static class UndoChanges
{
    private const string Last = "last";

    /// <summary>Puts back exactly the fields that a change set has written and nobody has changed since; the others are
    /// named and keep their value. A film that the set created is hidden, an upload that it brought into another film is
    /// kept out. The undo is a change set of its own and can be undone.</summary>
    /// <param name="set">The set's number, or last: the last one not made by the scraper, no undo, and not undone.</param>
    internal static async Task<Results<Ok<UndoReport>, ProblemHttpResult>> Handle(
        string set, HttpRequest request, Catalogue catalogue, CancellationToken cancellationToken)
    {
        long? number = long.TryParse(set, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : null;
        return number is null && set != Last
            ? Problems.BadParameter("set", $"must be the number of a change set or {Last}, found '{set}'")
            : await catalogue.ChangeAsync(
                EditorHeaders.Read(request, "undo"), (change, token) => ApplyAsync(change, number, token), cancellationToken);
    }

    private static async Task<Results<Ok<UndoReport>, ProblemHttpResult>> ApplyAsync(
        CatalogueChange change, long? number, CancellationToken cancellationToken)
    {
        var set = number is { } id
            ? await change.Db.JournalSets.SingleOrDefaultAsync(set => set.Id == id, cancellationToken)
            : await EditorSets(change.Db).OrderByDescending(set => set.Id).FirstOrDefaultAsync(cancellationToken);
        return set switch
        {
            null => Problems.NotFound(number is null
                ? "There is no change set to undo: editors have made none that is not undone."
                : $"There is no change set {number}."),
            { UndoneById: { } by } => Problems.Conflict($"The change set {set.Id} has been undone already, by {by}; undo that one to redo it."),
            _ => TypedResults.Ok(await new SetUndo(change, set).RunAsync(cancellationToken)),
        };
    }

    private static IQueryable<JournalSet> EditorSets(MoviesDb db) => db.JournalSets.Where(set =>
        set.Action != "scrape" && set.Action != "undo" && set.Actor != "scraper" && set.UndoneById == null
        && db.JournalChanges.Any(change => change.SetId == set.Id));
}
