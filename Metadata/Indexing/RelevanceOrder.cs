using System.Buffers.Binary;
using Metadata.Searching;

namespace Metadata.Indexing;

/// <summary>The films that a text finds, the best match first, then by views.</summary>
/// <param name="kept">The films that the other filters keep.</param>
/// <param name="reversed">The worst match first, then the least viewed; the id rises even then.</param>
internal sealed class RelevanceOrder(FilmTable films, SearchHits hits, Bitmap kept, bool reversed)
{
    /// <summary>The films from the one numbered <paramref name="skip"/> on, from 0.</summary>
    public IReadOnlyList<Ranked> ReadFrom(long skip, int count)
    {
        if (skip >= hits.Hits.Count)
        {
            return [];
        }

        var first = (int)skip;
        return [.. Lowest(first + count, null).Skip(first)];
    }

    public IReadOnlyList<Ranked> ReadAfter(SortPoint point, int count) => Lowest(
        count, new Ranked(point.Number, BinaryPrimitives.ReadUInt64BigEndian(point.Tail.Span), point.Id));

    public static SortPoint PointOf(Ranked film)
    {
        var tail = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(tail, film.Second);
        return new SortPoint(IsKnown: true, film.First, tail, film.Id);
    }

    private IReadOnlyList<Ranked> Lowest(int count, Ranked? after)
    {
        var lowest = new LowestRanked(count);
        foreach (var hit in hits.AsSpan())
        {
            // Most hits of a short text are told by their score alone.
            if (ScoreOf(hit) > lowest.Highest.First || !kept.Contains(hit.MovieId))
            {
                continue;
            }

            var views = films.Views.NumberOf(hit.MovieId);
            var film = new Ranked(ScoreOf(hit), reversed ? views : ~views, hit.MovieId);
            if (after is null || film > after)
            {
                lowest.Add(film);
            }
        }

        return lowest.ToList();
    }

    private ulong ScoreOf(SearchHit hit) => reversed ? ~(ulong)(uint)hit.Score : (uint)hit.Score;
}
