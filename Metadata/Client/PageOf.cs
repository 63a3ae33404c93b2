namespace Metadata.Client;

/// <summary>One page of a longer list.</summary>
/// <param name="Items">The items of this page, in the order asked for; empty past the end.</param>
/// <param name="Total">How many items there are on all pages.</param>
/// <param name="Page">Number of this page, from 1.</param>
/// <param name="PageSize">Items per page, 1 to 100.</param>
/// <param name="NextCursor">Names the next page whatever is written meanwhile; absent on the last page.</param>
/// <param name="Correction">How the text was understood where it finds little as typed; absent when it was taken
/// literally.</param>
public sealed record PageOf<T>(
    IReadOnlyList<T> Items, int Total, int Page, int PageSize, string? NextCursor = null, SearchCorrection? Correction = null);
