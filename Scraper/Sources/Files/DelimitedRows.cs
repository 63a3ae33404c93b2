using System.Runtime.CompilerServices;

namespace Scraper.Sources.Files;

/// <summary>Reads a table: the first line names the columns, every other record is a film.</summary>
internal static class DelimitedRows
{
    // A quotation mark that is never closed would swallow the rest of the file.
    private const int MaxRecordLength = 64 * 1024;

    /// <exception cref="FormatException">The file is no such table; the message says where and why.</exception>
    public static async IAsyncEnumerable<FileRow> ReadAsync(
        TextReader text, char delimiter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyList<string>? columns = null;
        var line = 0;
        while (await text.ReadLineAsync(cancellationToken) is { } record)
        {
            var first = ++line;
            string? problem;
            IReadOnlyList<string>? cells;
            while ((cells = DelimitedRecord.Split(record, delimiter, out problem)) is null
                && record.Length <= MaxRecordLength && await text.ReadLineAsync(cancellationToken) is { } more)
            {
                line++;
                record = $"{record}\n{more}";
            }

            if (cells is null)
            {
                throw new FormatException($"the quotation mark opened in line {first} is never closed");
            }

            if (string.IsNullOrWhiteSpace(record))
            {
                continue;
            }

            if (columns is null)
            {
                columns = Header(cells, first, problem);
                continue;
            }

            yield return Row(columns, cells, $"line {first}", record, problem);
        }

        if (columns is null)
        {
            throw new FormatException(
                $"it is empty. Its first line must name the columns: {string.Join(", ", FileColumns.All)}");
        }
    }

    private static IReadOnlyList<string> Header(IReadOnlyList<string> columns, int line, string? problem) =>
        (problem ?? FileColumns.WhatIsWrong(columns)) is { } wrong
            ? throw new FormatException($"line {line}: {wrong}")
            : columns;

    private static FileRow Row(
        IReadOnlyList<string> columns, IReadOnlyList<string> cells, string place, string record, string? problem)
    {
        if (problem is not null || cells.Count != columns.Count)
        {
            return FileRow.Unreadable(place, record, problem ?? $"it has {cells.Count} values, the header {columns.Count}");
        }

        var values = columns.Zip(cells).Where(cell => cell.Second.Length > 0).ToDictionary(
            cell => cell.First, cell => FileColumns.Split(cell.First, cell.Second), StringComparer.Ordinal);
        return new FileRow(place, values, record);
    }
}
