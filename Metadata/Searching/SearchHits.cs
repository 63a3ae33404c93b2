using System.Runtime.InteropServices;
using Metadata.Client;

namespace Metadata.Searching;

/// <summary>The films that a text finds, in no particular order.</summary>
internal sealed record SearchHits(IReadOnlyList<SearchHit> Hits, SearchReading? Correction)
{
    public static SearchHits None { get; } = new([], null);

    /// <summary>Those that the text finds as it was typed.</summary>
    public SearchHits Literal => new(Hits.Where(hit => hit.Score < SearchHit.CorrectedFrom).ToArray(), null);
}

/// <summary>One film that was found.</summary>
/// <param name="Score">Lower is better; hits of a corrected reading start at <see cref="CorrectedFrom"/>. Equal scores
/// are ordered by views, then id.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SearchHit(int MovieId, int Score)
{
    public const int CorrectedFrom = 1_000_000;
}

/// <summary>The text as it was understood after a correction.</summary>
internal sealed record SearchReading(string Query, CorrectionKind Kind);
