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
    /// <summary>All but the row that says how far the catalogue is, those first that others refer to.</summary>
    public static IReadOnlyList<BackupTable> AllOf(MoviesDb db) =>
    [
        .. db.Model.GetEntityTypes().Where(type => type.ClrType != typeof(CatalogueState))
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
