using System.Text.Json.Serialization;

namespace Metadata.Client;

/// <summary>Uploads never to be imported again, until the end if there is one.</summary>
public sealed record Exclusion
{
    public required int Id { get; init; }

    public required ExclusionKind Kind { get; init; }

    /// <summary>The source it holds for; absent = every source. Always there for a single video.</summary>
    public string? Source { get; init; }

    /// <summary>The host's own id of the video, the author's name or page, or a pattern of the raw title in which * stands
    /// for any letters.</summary>
    public required string Value { get; init; }

    public required string Reason { get; init; }

    public required string Actor { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ends; absent = never.</summary>
    public DateTimeOffset? Until { get; init; }
}

/// <summary>An exclusion to be made; the fields mean what they mean in <see cref="Exclusion"/>.</summary>
public sealed record ExclusionDraft
{
    public required ExclusionKind Kind { get; init; }

    public string? Source { get; init; }

    public required string Value { get; init; }

    public required string Reason { get; init; }

    public DateTimeOffset? Until { get; init; }
}

[JsonConverter(typeof(CamelCaseNames<ExclusionKind>))]
public enum ExclusionKind
{
    Video,
    Author,
    Title,
}
