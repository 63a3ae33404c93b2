using Metadata.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Metadata.Backup;

/// <summary>A table of the catalogue, as the model describes it: what the model gains the backup has.</summary>
/// <param name="Key">The columns of its primary key.</param>
/// <param name="Counter">The column that the database numbers; null when there is none.</param>
internal sealed record BackupTable(
    string Name, IReadOnlyList<BackupColumn> Columns, IReadOnlyList<string> Key, string? Counter)
{
    // Neither belongs to the catalogue: how far this one has come, and who has written to it last.
    private static readonly Type[] OwnState = [typeof(CatalogueState), typeof(SeenLease)];

    /// <summary>All that a catalogue is made of, those first that others refer to.</summary>
    public static IReadOnlyList<BackupTable> AllOf(MoviesDb db) =>
    [
        .. db.Model.GetEntityTypes().Where(type => !OwnState.Contains(type.ClrType))
            .OrderBy(type => type.GetForeignKeys().Count()).ThenBy(type => type.GetTableName(), StringComparer.Ordinal)
            .Select(Of),
    ];

    /// <summary>The columns' names, quoted. They come from the model, never from a request or a file.</summary>
    public string ColumnList => string.Join(", ", Columns.Select(column => $"\"{column.Name}\""));

    private static BackupTable Of(IEntityType type)
    {
        var key = type.FindPrimaryKey()!.Properties;
        return new BackupTable(
            type.GetTableName()!, [.. type.GetProperties().Select(BackupColumn.Of)],
            [.. key.Select(property => property.GetColumnName())],
            key.SingleOrDefault(property => property.ValueGenerated == ValueGenerated.OnAdd)?.GetColumnName());
    }
}
