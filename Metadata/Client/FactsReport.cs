using System.Text.Json.Serialization;

namespace Metadata.Client;

/// <summary>What became of a batch of lookups.</summary>
/// <param name="Set">The change set to undo it with; absent after a dry run or when nothing changed.</param>
/// <param name="Results">Per lookup, in the order sent.</param>
public sealed record FactsReport(
    long? Set, bool DryRun, int Changed, int Unchanged, int Review, int Rejected, IReadOnlyList<FactsResult> Results);

/// <param name="Changes">The film's fields that have another value now; a locked field never has.</param>
/// <param name="Reason">Why the facts were not taken.</param>
public sealed record FactsResult(
    int MovieId, string Registry, FactsStatus Status, IReadOnlyList<FieldChange> Changes, string? Reason = null);

[JsonConverter(typeof(CamelCaseNames<FactsStatus>))]
public enum FactsStatus
{
    Changed,
    Unchanged,

    /// <summary>Another film has the same id at a registry; an editor is asked whether they are one.</summary>
    Review,

    /// <summary>There is no such film, or its ids are others.</summary>
    Rejected,
}
