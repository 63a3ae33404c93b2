using System.Runtime.InteropServices;

namespace Metadata.Matching;

/// <summary>Which records are which film.</summary>
/// <param name="Films">Every record in exactly one of them.</param>
/// <param name="Reviews">Pairs of films that an editor should decide on; each pair once.</param>
internal sealed record Resolution(IReadOnlyList<ResolvedFilm> Films, IReadOnlyList<DoubtfulPair> Reviews);

/// <summary>One film.</summary>
/// <param name="MovieId">The film it is in the catalogue; 0 for a new one.</param>
/// <param name="Records">Its records, in their own order.</param>
internal sealed record ResolvedFilm(int MovieId, IReadOnlyList<MatchRecord> Records);

/// <summary>Two films that may be one.</summary>
/// <param name="Film">Place of one in <see cref="Resolution.Films"/>.</param>
/// <param name="Record">The record of it that raises the question.</param>
/// <param name="OtherFilm">Place of the other.</param>
/// <param name="OtherRecord">The record of that one.</param>
/// <param name="Reason">The rule.</param>
internal sealed record DoubtfulPair(int Film, MatchRecord Record, int OtherFilm, MatchRecord OtherRecord, string Reason);

/// <summary>A human's word that an upload is not of a film.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Rejection(int VideoId, int MovieId);
