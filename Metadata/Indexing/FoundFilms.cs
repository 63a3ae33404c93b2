using System.Runtime.InteropServices;
using Metadata.Searching;

namespace Metadata.Indexing;

/// <summary>What a text finds, as the columns need it. A short text finds a large part of the catalogue, and a span of
/// hits is read several times faster than a list behind an interface.</summary>
internal static class FoundFilms
{
    public static ReadOnlySpan<SearchHit> AsSpan(this SearchHits hits) => hits.Hits switch
    {
        SearchHit[] array => array,
        List<SearchHit> list => CollectionsMarshal.AsSpan(list),
        var other => other.ToArray(),
    };

    /// <summary>The films found, in a borrowed set to be disposed of; null without a text.</summary>
    public static RentedBitmap? Found(this FilmTable films, SearchHits? hits)
    {
        if (hits is null)
        {
            return null;
        }

        var found = RentedBitmap.Rent(films.Capacity);
        foreach (var hit in hits.AsSpan())
        {
            if (hit.MovieId < films.Capacity)
            {
                found.Add(hit.MovieId);
            }
        }

        return found;
    }
}
