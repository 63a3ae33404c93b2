using System.Text.Json;
using Metadata.Client;
using Metadata.Data;
using Metadata.Movies;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using static Metadata.Movies.ParameterShapes;

namespace Metadata.Editing;

internal static class EditMovies
{
    private const int MaxEdits = 10_000;

    internal static readonly IReadOnlyList<QueryParameter<Query>> Parameters =
    [
        Flag<Query>("dryRun", "true: tell what would change and write nothing.",
            query => query.DryRun, (query, flag) => query with { DryRun = flag }),
    ];

    /// <summary>Edits 1 to 10,000 films in one change set. Each film takes all of its edit or nothing; the report names the
    /// films that did not, and the rest go in.</summary>
    internal static async Task<Results<Ok<BulkEditReport>, ProblemHttpResult>> Handle(
        HttpRequest request, Catalogue catalogue, MovieEditReader reader, CancellationToken cancellationToken)
    {
        var query = Parameters.Read(request.Query, new Query(), out var errors);
        if (errors.Count > 0)
        {
            return Problems.BadParameters(errors);
        }

        var body = await RequestJson.ReadAsync(request, cancellationToken);
        if (body.Problem is not null)
        {
            return body.Problem;
        }

        using var document = body.Document!;
        if (RequestBody.ListProblem(document.RootElement, MaxEdits) is { } problem)
        {
            return problem;
        }

        var edits = document.RootElement.EnumerateArray().Select(item => Read(item, reader)).ToList();
        return TypedResults.Ok(await catalogue.ChangeAsync(
            EditorHeaders.Read(request, "edit"), (change, token) => ApplyAsync(change, edits, query.DryRun, token), cancellationToken));
    }

    private static ReadEdit Read(JsonElement item, MovieEditReader reader)
    {
        var fields = new JsonFields(item);
        if (!fields.IsObject)
        {
            return new ReadEdit(0, null, $"The edit is {item.ValueKind}, not an object.");
        }

        var id = fields.RequiredId("id");
        if (!item.TryGetProperty("fields", out var values) || values.ValueKind != JsonValueKind.Object)
        {
            fields.Reject("fields", "must be an object with the fields to set");
            values = default;
        }

        if (fields.Problems.Count > 0)
        {
            return new ReadEdit(id, null, string.Join(" ", fields.Problems.Select(problem => $"{problem.Key} {problem.Value}.")));
        }

        var edit = reader.Read(values, out var errors);
        return errors.Count == 0
            ? new ReadEdit(id, edit, null)
            : new ReadEdit(id, null, string.Join(" ", errors.Values.SelectMany(messages => messages)));
    }

    private static async Task<BulkEditReport> ApplyAsync(
        CatalogueChange change, List<ReadEdit> edits, bool dryRun, CancellationToken cancellationToken)
    {
        var movies = await StoredMovies.ReadAsync(
            change.Db, edits.Where(edit => edit.Apply is not null).Select(edit => edit.Id), cancellationToken);
        var done = new HashSet<int>();
        var results = edits.ConvertAll(edit => Apply(change.Db, edit, movies.GetValueOrDefault(edit.Id), done));
        int Count(BulkEditStatus status) => results.Count(result => result.Status == status);
        var changed = Count(BulkEditStatus.Changed);
        if (dryRun)
        {
            change.Db.ChangeTracker.Clear();
        }
        else
        {
            await FilmKeys.AddAsync(change.Db, movies.Values, cancellationToken);
        }

        return new BulkEditReport(
            dryRun || changed == 0 ? null : change.Set.Id, dryRun, changed,
            Count(BulkEditStatus.Unchanged), Count(BulkEditStatus.Rejected), results);
    }

    private static BulkEditResult Apply(MoviesDb db, ReadEdit edit, Movie? movie, HashSet<int> done)
    {
        var reason = edit.Reason
            ?? (movie is null ? $"There is no film with id {edit.Id}." : null)
            ?? (done.Add(edit.Id) ? null : $"The film {edit.Id} is in this edit twice; give all its fields at once.")
            ?? FilmEdit.Apply(db, movie!, edit.Apply!);
        if (reason is not null)
        {
            return new BulkEditResult(edit.Id, BulkEditStatus.Rejected, [], reason);
        }

        var changes = JournalField.ChangedIn(db.Entry(movie!)).Select(field => new FieldChange(
            edit.Id, field.Name, null, JournalText.ToJson(field.Old), JournalText.ToJson(field.New))).ToList();
        return new BulkEditResult(edit.Id, changes.Count > 0 ? BulkEditStatus.Changed : BulkEditStatus.Unchanged, changes);
    }

    internal sealed record Query(bool DryRun = false);

    private sealed record ReadEdit(int Id, Action<Movie>? Apply, string? Reason);
}
