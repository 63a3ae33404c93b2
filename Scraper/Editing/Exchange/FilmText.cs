using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Metadata.Client;
using Scraper.Editing.Movies;

namespace Scraper.Editing.Exchange;

/// <summary>A film as a row of the table or a line of the JSON that import reads back.</summary>
internal static class FilmText
{
    public const string JsonEnd = "\n]}\n";

    public static readonly string JsonStart = string.Create(
        CultureInfo.InvariantCulture, $$"""{"schema":{{CliJson.Schema}},"movies":[""");

    public static readonly string CsvStart = CsvText.Record(CsvFilms.Columns);

    public static string Csv(MovieDetails movie) => CsvText.Record(
    [
        movie.Id.ToString(CultureInfo.InvariantCulture),
        .. EditableFields.All.Select(field => FormulaGuard.Put(FieldText.Write(field.Read(movie)))),
    ]);

    /// <summary>A film has a line of its own, so that editors and diffs can tell films apart.</summary>
    public static string Json(MovieDetails movie, bool isFirst)
    {
        var film = new JsonObject { [CsvFilms.IdColumn] = movie.Id };
        foreach (var field in EditableFields.All)
        {
            if (field.Read(movie) is { } value)
            {
                film[field.Name] = value;
            }
        }

        return $"{(isFirst ? "" : ",")}\n{JsonSerializer.Serialize(film, CliJson.Readable.JsonObject)}";
    }
}
