using System.Text.Json;
using System.Text.Json.Nodes;
using Metadata.Client;
using Scraper.Editing.Movies;

namespace Scraper.Editing.Exchange;

/// <summary>What a file of films says otherwise than the catalogue.</summary>
/// <param name="Edits">Only films, and of them only fields, that differ.</param>
internal sealed record ImportDiff(IReadOnlyList<BulkEdit> Edits, IReadOnlyList<ImportMistake> Mistakes)
{
    /// <param name="present">The whole catalogue.</param>
    public static async Task<ImportDiff> FindAsync(
        ImportedFilms films, IAsyncEnumerable<MovieDetails> present, CancellationToken cancellationToken)
    {
        var unseen = films.Rows.ToDictionary();
        List<BulkEdit> edits = [];
        await foreach (var movie in present.WithCancellation(cancellationToken))
        {
            if (unseen.Remove(movie.Id, out var row) && Differences(row, movie) is { Count: > 0 } fields)
            {
                edits.Add(new BulkEdit(movie.Id, JsonSerializer.SerializeToElement(fields, CliJson.Readable.JsonObject)));
            }
        }

        return new ImportDiff(
            [.. edits.OrderBy(edit => edit.Id)],
            [.. unseen.Values.Select(row => new ImportMistake(
                row.Place, $"the catalogue has no film {row.Id}. Remove the row, or find the film with \"scraper movies find\"."))]);
    }

    private static JsonObject Differences(ImportRow row, MovieDetails movie)
    {
        var fields = new JsonObject();
        foreach (var value in row.Values)
        {
            var present = value.Field.Read(movie);
            var wanted = FieldText.Read(value.Field, value.Text);
            if (!IsSame(present, wanted))
            {
                fields[value.Field.Name] = wanted;
            }
        }

        return fields;
    }

    // Spreadsheets write the line ends of their system.
    private static bool IsSame(JsonNode? present, JsonNode? wanted) => JsonNode.DeepEquals(present, wanted)
        || (present is JsonValue was && wanted is JsonValue will
            && was.TryGetValue<string>(out var before) && will.TryGetValue<string>(out var after)
            && before.ReplaceLineEndings("\n") == after.ReplaceLineEndings("\n"));
}
