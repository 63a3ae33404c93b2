using System.Globalization;
using Scraper.Editing.Movies;
using Scraper.Sources;

namespace Scraper.Editing.Exchange;

/// <summary>Films as a table: a column for the number, one for each field that editors set.</summary>
internal static class CsvFilms
{
    public const string IdColumn = "id";

    public static readonly IReadOnlyList<string> Columns = [IdColumn, .. EditableFields.NamesOfAll];

    /// <exception cref="ImportException">The text is no such table.</exception>
    public static ImportedFilms Read(string text)
    {
        var reader = new CsvReader(text);
        var header = reader.Next() ?? throw new ImportException(1, 1, "the file is empty. Its first line must name the columns.");
        var columns = header.Cells.Select(cell => FormulaGuard.TakeOff(cell.Text).Trim()).ToList();
        CheckHeader(columns, header.Line);
        var films = new ImportedFilms();
        while (reader.Next() is { } record)
        {
            if (!record.IsBlank)
            {
                ReadRow(films, columns, record);
            }
        }

        return films;
    }

    private static void ReadRow(ImportedFilms films, List<string> columns, CsvRecord record)
    {
        if (record.Cells.Count != columns.Count)
        {
            var last = Math.Min(record.Cells.Count, columns.Count);
            films.Report(
                new ImportPlace(record.Line, last),
                $"the row has {record.Cells.Count} cells, the header {columns.Count}. "
                + "Write a comma before every further cell, and put a text that holds commas in quotation marks.");
            return;
        }

        var texts = record.Cells.Select(cell => FormulaGuard.TakeOff(cell.Text)).ToList();
        var idAt = columns.FindIndex(IsId);
        int? id = int.TryParse(texts[idAt].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        var row = films.Begin(id, texts[idAt], Place(idAt));
        for (var i = 0; i < columns.Count; i++)
        {
            if (i != idAt)
            {
                films.Add(row, EditableFields.Find(columns[i])!, texts[i], Place(i));
            }
        }

        ImportPlace Place(int i) => new(record.Cells[i].Line, i + 1, columns[i]);
    }

    private static void CheckHeader(List<string> columns, int line)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            var name = columns[i];
            if (!IsId(name) && EditableFields.Find(name) is null)
            {
                throw new ImportException(
                    line, i + 1, $"\"{name}\" is no column. Did you mean \"{NearestName.Of(name, Columns)}\"? "
                    + $"Known: {string.Join(", ", Columns)}.");
            }

            if (columns.FindIndex(other => other.Equals(name, StringComparison.OrdinalIgnoreCase)) < i)
            {
                throw new ImportException(line, i + 1, $"the column {name} comes twice. Remove one of the two.");
            }
        }

        if (!columns.Exists(IsId))
        {
            throw new ImportException(line, 1, "the column id is missing. It says which film a row is about; export has it.");
        }
    }

    private static bool IsId(string column) => column.Equals(IdColumn, StringComparison.OrdinalIgnoreCase);
}
