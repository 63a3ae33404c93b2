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
            .OrderBy(type => type.GetForeignKeys().Count()).ThenBy(type => type.GetTableName(), StringComparer.Ordinal).Select(Of),
    ];

    private static BackupTable Of(IEntityType type) => new(
        type.GetTableName()!, [.. type.GetProperties().Select(BackupColumn.Of)],
        [.. type.FindPrimaryKey()!.Properties.Select(property => property.GetColumnName())],
        type.GetProperties().SingleOrDefault(property => property.IsPrimaryKey() && property.ValueGenerated == ValueGenerated.OnAdd)
            ?.GetColumnName());
}
