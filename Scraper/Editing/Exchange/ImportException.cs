namespace Scraper.Editing.Exchange;

/// <summary>A file of films cannot be read on.</summary>
/// <param name="line">From 1.</param>
/// <param name="column">From 1: the cell of a table, the character of a JSON line.</param>
/// <param name="message">What is wrong, and the remedy.</param>
internal sealed class ImportException(int line, int column, string message) : Exception(message)
{
    public ImportMistake Mistake { get; } = new(new ImportPlace(line, column), message);
}

/// <summary>Something in a file of films that must be corrected first.</summary>
internal sealed record ImportMistake(ImportPlace Place, string Message);

/// <summary>Where something stands in a file.</summary>
/// <param name="Name">Of the column, where known.</param>
internal sealed record ImportPlace(int Line, int Column, string? Name = null)
{
    public override string ToString() => $"line {Line}, column {Column}{(Name is null ? "" : $" ({Name})")}";
}
