using Metadata.Movies;
using static Metadata.Movies.ParameterShapes;

namespace Metadata.Editing;

/// <summary>The page of an editors' list that is asked for.</summary>
internal sealed record EditorPage(int Page = 1, int PageSize = EditorPage.DefaultPageSize)
{
    private const int DefaultPageSize = 24;

    internal static readonly IReadOnlyList<QueryParameter<EditorPage>> Parameters = Of<EditorPage>(
        query => query, (_, page) => page);

    /// <summary>Rows before this page; a page past the end is empty.</summary>
    public int Skipped => (int)Math.Min((Page - 1L) * PageSize, int.MaxValue);

    /// <summary>The parameters within a larger query.</summary>
    public static IReadOnlyList<QueryParameter<T>> Of<T>(Func<T, EditorPage> get, Func<T, EditorPage, T> set) =>
    [
        Whole<T>("page", "Number of the page, from 1. Past the end is an empty page.", 1, int.MaxValue,
            query => get(query).Page, (query, page) => set(query, get(query) with { Page = page }), byDefault: 1),
        Whole<T>("pageSize", "Items per page.", 1, MovieParameters.MaxPageSize,
            query => get(query).PageSize, (query, size) => set(query, get(query) with { PageSize = size }), byDefault: DefaultPageSize),
    ];
}
