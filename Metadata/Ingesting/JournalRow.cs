using Metadata.Data;

namespace Metadata.Ingesting;

/// <summary>An entry of the journal as a row.</summary>
internal static class JournalRow
{
    public static readonly IReadOnlyList<string> Columns =
    [
        nameof(JournalChange.SetId), nameof(JournalChange.Number), nameof(JournalChange.MovieId), nameof(JournalChange.VideoId),
        nameof(JournalChange.Field), nameof(JournalChange.Old), nameof(JournalChange.New),
    ];

    public static void Write(RowWriter row, JournalChange change)
    {
        row.Long(change.SetId);
        row.Int(change.Number);
        row.Int(change.MovieId);
        row.Int(change.VideoId);
        row.Text(change.Field);
        row.Text(change.Old);
        row.Text(change.New);
    }
}
