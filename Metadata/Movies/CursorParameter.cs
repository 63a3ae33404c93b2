using Metadata.Indexing;
using Microsoft.OpenApi;
using static Metadata.Movies.QueryParameters;

namespace Metadata.Movies;

/// <summary>The place that a list goes on from. Stands after "q" and "sort" in the table, because the order of the list
/// must be known to check it, and after "page", because it wins over that.</summary>
internal static class CursorParameter
{
    public static QueryParameter<MovieQuery> Create() => new()
    {
        Name = "cursor",
        Description = "nextCursor of a list with the same sort, in place of page: the films after those already shown, "
            + "without gap or repetition while films come and go.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = ListCursor.MaxLength },
        Read = (query, values) => Read(query, values[0]),
        KeyPart = query => query.Cursor,
    };

    private static (MovieQuery Query, string? Problem) Read(MovieQuery query, string text)
    {
        if (!ListCursor.TryRead(text, out var cursor))
        {
            return (query, $"must be the nextCursor of a list, unchanged, found {Quote(text)}");
        }

        return cursor.Sort.ToString() == query.EffectiveSort
            ? (query with { Cursor = text, Page = cursor.Page }, null)
            : (query, $"must be of a list sorted by {query.EffectiveSort}, found one of a list sorted by {cursor.Sort}");
    }
}
