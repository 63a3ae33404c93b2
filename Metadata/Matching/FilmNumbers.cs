namespace Metadata.Matching;

/// <summary>Keeps the films' numbers in the catalogue through merges and splits.</summary>
internal static class FilmNumbers
{
    /// <summary>The number of each film, 0 for a new one: the one a human pinned, else the one most of its records have,
    /// else the lowest. No two films get one number; the one with more of its records keeps it.</summary>
    public static int[] Assign(IReadOnlyList<FilmCluster> films)
    {
        var claims = films.SelectMany((film, place) => Claims(film, place))
            .OrderByDescending(claim => claim.IsPinned).ThenByDescending(claim => claim.Records)
            .ThenBy(claim => claim.MovieId).ThenBy(claim => claim.Place);
        var ids = new int[films.Count];
        var taken = new HashSet<int>();
        foreach (var claim in claims)
        {
            if (ids[claim.Place] == 0 && taken.Add(claim.MovieId))
            {
                ids[claim.Place] = claim.MovieId;
            }
        }

        return ids;
    }

    private static IEnumerable<Claim> Claims(FilmCluster film, int place)
    {
        var pin = film.Records.Find(record => record.PinnedMovieId is not null)?.PinnedMovieId;
        return pin is { } pinned
            ? [new Claim(place, pinned, film.Records.Count, IsPinned: true)]
            : film.Records.Where(record => record.MovieId > 0).GroupBy(record => record.MovieId)
                .Select(group => new Claim(place, group.Key, group.Count(), IsPinned: false));
    }

    private readonly record struct Claim(int Place, int MovieId, int Records, bool IsPinned);
}
