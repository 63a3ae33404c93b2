using System.Text.Json;

namespace Metadata.Client;

/// <summary>What became of a plan: all of it was written, or nothing.</summary>
/// <param name="Set">The change set to undo it with; absent when nothing was written.</param>
/// <param name="Written">Films that were written, or would be.</param>
/// <param name="AlreadySo">Films that are as the plan wants them already.</param>
/// <param name="Conflicts">What is not as the plan found it; then nothing was written at all.</param>
public sealed record PlanReport(long? Set, bool DryRun, int Written, int AlreadySo, IReadOnlyList<PlanConflict> Conflicts);

/// <summary>Something that would come out otherwise than planned.</summary>
/// <param name="Title">The film's, as in the plan.</param>
/// <param name="MovieId">Absent for a film that the plan wants to create.</param>
/// <param name="Reason">What is otherwise.</param>
/// <param name="Field">The film's field, or "video.FIELD" with <paramref name="Upload"/>; absent where no single one is meant.</param>
/// <param name="Upload">"source/externalId".</param>
/// <param name="Planned">The value that the plan expects.</param>
/// <param name="Found">The value there is.</param>
public sealed record PlanConflict(
    string Title, int? MovieId, string Reason, string? Field = null, string? Upload = null,
    JsonElement? Planned = null, JsonElement? Found = null);
