using System.Text.Json;
using Metadata.Data;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Metadata.Editing.Changes;

/// <summary>Puts fields back where nobody has changed them since, and keeps count.</summary>
internal sealed class UndoTally
{
    private readonly List<(UndoEntry Entry, string? Found)> _conflicts = [];

    public int Restored { get; private set; }

    /// <summary>Fields left alone, and what stands there.</summary>
    public IReadOnlyList<(UndoEntry Entry, string? Found)> Conflicts => _conflicts;

    /// <summary>Whether a field has its old value, or still the one to be undone.</summary>
    public static bool Fits(EntityEntry row, UndoEntry entry) =>
        Present(row, entry) is var present && (present == entry.Old || present == entry.New);

    /// <returns>Whether the field was changed.</returns>
    public bool PutBack(EntityEntry row, UndoEntry entry)
    {
        if (!Fits(row, entry))
        {
            Refuse(row, entry);
            return false;
        }

        if (Present(row, entry) == entry.Old)
        {
            return false;
        }

        var property = Property(row, entry)!;
        property.CurrentValue = JournalText.Read(entry.Old, property.Metadata.ClrType);
        Restored++;
        return true;
    }

    /// <summary>Counts a field that was put back otherwise.</summary>
    public void Count() => Restored++;

    public void Refuse(EntityEntry row, UndoEntry entry) => Refuse(entry, Present(row, entry));

    public void Refuse(UndoEntry entry, string? found) => _conflicts.Add((entry, found));

    private static string? Present(EntityEntry row, UndoEntry entry) => JournalText.Write(Property(row, entry)?.CurrentValue);

    private static PropertyEntry? Property(EntityEntry row, UndoEntry entry) => row.Properties.FirstOrDefault(
        property => JsonNamingPolicy.CamelCase.ConvertName(property.Metadata.Name) == entry.Property);
}
