using System.Text.Json;

namespace Metadata.Backup;

/// <summary>Loads the rows that follow a table's line in the file.</summary>
internal sealed class BackupSectionRows(BackupTable table, BackupSection section, RowLoader loader) : IAsyncDisposable
{
    private readonly int[] _places = [.. table.Columns.Select(column => section.Columns.ToList().IndexOf(column.Name))];
    private readonly object?[] _values = new object?[table.Columns.Count];

    public string Table => table.Name;

    public long Count { get; private set; }

    /// <exception cref="JsonException">The line does not fit the table.</exception>
    public async Task AddAsync(string line, CancellationToken cancellationToken)
    {
        using var document = JsonDocument.Parse(line);
        var given = document.RootElement;
        if (given.GetArrayLength() != section.Columns.Count)
        {
            throw new JsonException($"a row of {Table} has {given.GetArrayLength()} values, {section.Columns.Count} are said");
        }

        for (var place = 0; place < _values.Length; place++)
        {
            var column = table.Columns[place];
            _values[place] = _places[place] < 0 ? column.Absent : column.Read(given[_places[place]]);
        }

        await loader.AddAsync(_values, cancellationToken);
        Count++;
    }

    public Task CompleteAsync(CancellationToken cancellationToken) => loader.CompleteAsync(cancellationToken);

    public ValueTask DisposeAsync() => loader.DisposeAsync();
}
