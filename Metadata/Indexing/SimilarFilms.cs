using Metadata.Client;

namespace Metadata.Indexing;

internal sealed record SimilarFilm(int Id, SimilarReason Reason);

/// <summary>Films with the same director or genres: most directors in common first, then most genres, then the nearest
/// year, views, id.</summary>
internal static class SimilarFilms
{
    public static IReadOnlyList<SimilarFilm> Find(FilmTable films, int id, int limit)
    {
        if (!films.All.Contains(id))
        {
            return [];
        }

        using var others = RentedBitmap.Rent(films.Capacity);
        others.Or(films.Listed);
        others.Remove(id);
        var similar = new List<SimilarFilm>();
        Add(similar, SimilarReason.SameDirector, BySameDirectors(films, id, others, limit));
        if (similar.Count < limit)
        {
            Add(similar, SimilarReason.SameGenres, BySameGenres(films, id, others, limit - similar.Count));
        }

        return similar;
    }

    private static void Add(List<SimilarFilm> similar, SimilarReason reason, IEnumerable<Ranked> films) =>
        similar.AddRange(films.Select(film => new SimilarFilm(film.Id, reason)));

    // They are few. Takes them out of the others.
    private static List<Ranked> BySameDirectors(FilmTable films, int id, Bitmap others, int limit)
    {
        using var directed = RentedBitmap.Rent(films.Capacity);
        foreach (var director in films.Directors.Of(id))
        {
            films.Directors.FilmsOf(director).OrInto(directed);
        }

        directed.And(others);
        others.AndNot(directed);
        var ranked = new List<(int Directors, int Genres, Ranked Film)>();
        foreach (var other in directed)
        {
            ranked.Add((Common(films.Directors, id, other), Common(films.Genres, id, other), Rank(films, id, other)));
        }

        return [.. ranked.OrderByDescending(film => film.Directors).ThenByDescending(film => film.Genres)
            .ThenBy(film => film.Film).Take(limit).Select(film => film.Film)];
    }

    // Those with all genres in common, then those with one less, until there are enough.
    private static List<Ranked> BySameGenres(FilmTable films, int id, Bitmap others, int limit)
    {
        var closest = new List<Ranked>();
        var genres = films.Genres.Of(id);
        using var common = new BitCounter(films.Capacity, genres.Length);
        foreach (var genre in genres)
        {
            using var sharing = RentedBitmap.Rent(films.Capacity);
            films.Genres.FilmsOf(genre).OrInto(sharing);
            sharing.And(others);
            common.Add(sharing);
        }

        for (var count = genres.Length; count > 0 && closest.Count < limit; count--)
        {
            using var same = common.With(count);
            var lowest = new LowestRanked(limit - closest.Count);
            foreach (var other in same)
            {
                lowest.Add(Rank(films, id, other));
            }

            closest.AddRange(lowest.ToList());
        }

        return closest;
    }

    private static int Common(TagIndex tags, int one, int other)
    {
        var count = 0;
        foreach (var tag in tags.Of(one))
        {
            count += tags.Of(other).Contains(tag) ? 1 : 0;
        }

        return count;
    }

    private static Ranked Rank(FilmTable films, int id, int other)
    {
        var known = films.Years.IsKnown(id) && films.Years.IsKnown(other);
        var distance = known ? (uint)Math.Abs(films.Years[id] - films.Years[other]) : int.MaxValue;
        return new Ranked(distance, ~films.Views.NumberOf(other), other);
    }
}
