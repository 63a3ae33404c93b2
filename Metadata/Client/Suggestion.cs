namespace Metadata.Client;

/// <summary>A film offered while the visitor types.</summary>
/// <param name="Matched">The title that matched: the shown, the original or another one.</param>
public sealed record Suggestion(int Id, string Title, int? Year, string? ThumbnailUrl, string Matched);
