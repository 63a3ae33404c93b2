namespace Metadata.Indexing;

/// <summary>The films of one page.</summary>
/// <param name="Ids">In the order asked for; empty past the end.</param>
/// <param name="Total">How many films there are on all pages.</param>
/// <param name="NextCursor">Leads to the next page; null on the last one.</param>
internal sealed record MoviePage(IReadOnlyList<int> Ids, int Total, string? NextCursor);
