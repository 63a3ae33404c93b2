using Metadata.Client;

namespace Metadata.Data;

/// <summary>Uploads never to be imported again.</summary>
internal sealed class ImportExclusion
{
    public int Id { get; set; }

    public required ExclusionKind Kind { get; init; }

    /// <summary>The source it holds for; null = every source.</summary>
    public string? Source { get; init; }

    public required string Value { get; init; }

    public required string Reason { get; init; }

    public required string Actor { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? Until { get; init; }
}
