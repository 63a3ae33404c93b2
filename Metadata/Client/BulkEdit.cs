using System.Text.Json;
using System.Text.Json.Serialization;

namespace Metadata.Client;

/// <summary>One film of a bulk edit. The fields present in <paramref name="Fields"/> are set and locked; null makes a field
/// unknown.</summary>
/// <param name="Id">The film.</param>
/// <param name="Fields">An object with fields of <see cref="MovieEdit"/>.</param>
public sealed record BulkEdit(int Id, JsonElement Fields);

/// <summary>What a bulk edit changed, or would change.</summary>
/// <param name="Set">The change set to undo it with; absent after a dry run or when nothing changed.</param>
/// <param name="Results">Per film, in the order sent.</param>
public sealed record BulkEditReport(
    long? Set, bool DryRun, int Changed, int Unchanged, int Rejected, IReadOnlyList<BulkEditResult> Results);

/// <param name="Reason">Why it was rejected.</param>
public sealed record BulkEditResult(int Id, BulkEditStatus Status, IReadOnlyList<FieldChange> Changes, string? Reason = null);

[JsonConverter(typeof(CamelCaseNames<BulkEditStatus>))]
public enum BulkEditStatus
{
    Changed,
    Unchanged,
    Rejected,
}
