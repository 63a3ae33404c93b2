using Metadata.Data;
using Metadata.Matching;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Facts;

/// <summary>Which film has which id at a registry.</summary>
internal sealed class IdHolders
{
    private readonly Dictionary<(string Kind, string Id), int> _holders = [];

    public IEnumerable<int> Movies => _holders.Values;

    /// <summary>The films that have one of these ids now.</summary>
    public static async Task<IdHolders> ReadAsync(
        MoviesDb db, IReadOnlyList<RegistryIds> wanted, CancellationToken cancellationToken)
    {
        var keys = wanted.SelectMany(Keys).ToLookup(key => key.Kind, key => key.Id, StringComparer.Ordinal);
        var holders = new IdHolders();
        // One question for each kind: each has an index of its own.
        foreach (var ofKind in keys)
        {
            var ids = ofKind.Distinct(StringComparer.Ordinal).ToList();
            var films = db.Movies.AsNoTracking().Where(movie => movie.MergedIntoId == null);
            films = ofKind.Key switch
            {
                nameof(Movie.ImdbId) => films.Where(movie => ids.Contains(movie.ImdbId!)),
                nameof(Movie.KinopoiskId) => films.Where(movie => ids.Contains(movie.KinopoiskId!)),
                nameof(Movie.TmdbId) => films.Where(movie => ids.Contains(movie.TmdbId!)),
                _ => films.Where(movie => ids.Contains(movie.WikidataId!)),
            };
            var found = await films.OrderBy(movie => movie.Id)
                .Select(movie => new { movie.Id, movie.ImdbId, movie.KinopoiskId, movie.TmdbId, movie.WikidataId })
                .ToListAsync(cancellationToken);
            found.ForEach(movie => holders.Hold(
                movie.Id, new RegistryIds(movie.ImdbId, movie.KinopoiskId, movie.TmdbId, movie.WikidataId)));
        }

        return holders;
    }

    /// <summary>Another film that has one of the ids; null when none has.</summary>
    public int? Other(int movieId, RegistryIds ids)
    {
        foreach (var key in Keys(ids))
        {
            if (_holders.TryGetValue(key, out var holder) && holder != movieId)
            {
                return holder;
            }
        }

        return null;
    }

    public void Hold(int movieId, RegistryIds ids)
    {
        foreach (var key in Keys(ids))
        {
            _holders.TryAdd(key, movieId);
        }
    }

    private static IEnumerable<(string Kind, string Id)> Keys(RegistryIds ids) =>
        new[]
        {
            (nameof(Movie.ImdbId), ids.Imdb), (nameof(Movie.KinopoiskId), ids.Kinopoisk), (nameof(Movie.TmdbId), ids.Tmdb),
            (nameof(Movie.WikidataId), ids.Wikidata),
        }.Where(key => key.Item2 is not null).Select(key => (key.Item1, key.Item2!));
}
