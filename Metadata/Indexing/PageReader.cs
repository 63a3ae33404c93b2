using Metadata.Movies;
using Metadata.Searching;

namespace Metadata.Indexing;

/// <summary>Reads one page of a list, by its number or from where a cursor points.</summary>
internal static class PageReader
{
    public static MoviePage Read(FilmTable films, MovieQuery query, SearchHits? hits)
    {
        var sort = MovieSort.Read(query.EffectiveSort);
        var from = query.Cursor is null ? (SortPoint?)null : PointOf(query.Cursor, sort);
        using var found = films.Found(hits);
        using var kept = films.Kept(query, found);
        var total = kept.Count();
        var skip = from is null ? (query.Page - 1L) * query.PageSize : 0;
        if (skip >= total)
        {
            return new MoviePage([], total, null);
        }

        // One film more than the page takes tells whether the list goes on.
        var asked = new Asked(from, skip, query.PageSize + 1);
        var (ids, pointOf) = sort.Key == SortKey.Relevance && hits is not null
            ? ByRelevance(new RelevanceOrder(films, hits, kept, sort.Reversed), asked)
            : ByValue(films.OrderOf(sort.Key), kept, sort.Reversed, asked);
        var next = ids.Length > query.PageSize
            ? new ListCursor(sort, query.Page + 1, pointOf(query.PageSize - 1)).ToString()
            : null;
        return new MoviePage(ids[..Math.Min(ids.Length, query.PageSize)], total, next);
    }

    private static (int[] Ids, Func<int, SortPoint> PointOf) ByValue(SortOrder order, Bitmap kept, bool reversed, Asked asked)
    {
        var ids = new int[asked.Count];
        var walk = new ListWalk(order, kept, reversed);
        var read = asked.From is { } from ? walk.ReadAfter(from, ids) : walk.ReadFrom(asked.Skip, ids);
        return (ids[..read], place => order.PointOf(ids[place]));
    }

    private static (int[] Ids, Func<int, SortPoint> PointOf) ByRelevance(RelevanceOrder order, Asked asked)
    {
        var films = asked.From is { } from ? order.ReadAfter(from, asked.Count) : order.ReadFrom(asked.Skip, asked.Count);
        return ([.. films.Select(film => film.Id)], place => RelevanceOrder.PointOf(films[place]));
    }

    private static SortPoint PointOf(string text, MovieSort sort) =>
        ListCursor.TryRead(text, out var cursor) && cursor.Sort == sort
            ? cursor.Last
            : throw new ArgumentException(
                $"The cursor '{text}' is not of a list sorted by '{sort}'. Refuse it where the query is read.", nameof(text));

    private sealed record Asked(SortPoint? From, long Skip, int Count);
}
