using Scraper.Editing.Movies;

namespace Scraper.Editing.Exchange;

/// <summary>The films of a file, and what is wrong with it.</summary>
internal sealed class ImportedFilms
{
    private readonly Dictionary<int, ImportRow> _rows = [];
    private readonly List<ImportMistake> _mistakes = [];

    public IReadOnlyDictionary<int, ImportRow> Rows => _rows;

    public IReadOnlyList<ImportMistake> Mistakes => _mistakes;

    /// <summary>Begins a film; null when its number is none, or has come before.</summary>
    public ImportRow? Begin(int? id, string written, ImportPlace place)
    {
        if (id is not > 0)
        {
            Report(place, $"the id is \"{written}\", it must be the number of a film. New films come from sources, not from imports.");
            return null;
        }

        var row = new ImportRow(id.Value, place);
        if (_rows.TryAdd(row.Id, row))
        {
            return row;
        }

        Report(place, $"film {row.Id} stands in line {_rows[row.Id].Place.Line} already. Remove one of the two.");
        return null;
    }

    /// <summary>Adds a value to a film once it is known to be one.</summary>
    public void Add(ImportRow? row, EditableField field, string text, ImportPlace place)
    {
        try
        {
            FieldText.Read(field, text);
            row?.Add(field, text, place);
        }
        catch (FormatException wrong)
        {
            Report(place, $"{wrong.Message}. Correct it, or remove the row.");
        }
    }

    public void Report(ImportPlace place, string message) => _mistakes.Add(new ImportMistake(place, message));
}
