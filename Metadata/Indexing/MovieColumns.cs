using Metadata.Client;
using Metadata.Movies;
using Metadata.Searching;

namespace Metadata.Indexing;

/// <summary>Answers lists, facets, random and similar films from memory. Any number of threads may ask at once; a writer
/// must be alone, and calls <see cref="Settle"/> after the last change, before the next question.</summary>
internal sealed class MovieColumns
{
    private FilmTable _films = new();

    public int Count => _films.All.Count();

    /// <summary>Adds a film, or replaces the one with its id.</summary>
    public void Put(IndexedMovie movie) => _films.Put(movie);

    public void Clear() => _films = new();

    /// <summary>Merges what was put in since into the orders. Costs a few milliseconds for a million films, however many
    /// were put in: call it once for a batch.</summary>
    public void Settle() => _films.Settle();

    /// <param name="hits">What the text of the query finds; null without a text.</param>
    public MoviePage Page(MovieQuery query, SearchHits? hits) => PageReader.Read(_films, query, hits);

    /// <summary>How many films are kept.</summary>
    public int Total(MovieQuery query, SearchHits? hits)
    {
        using var found = _films.Found(hits);
        using var kept = _films.Kept(query, found);
        return kept.Count();
    }

    public Facets Facets(MovieQuery query, SearchHits? hits) => FacetCounts.Count(_films, query, hits);

    /// <returns>A film by chance among those kept; null when there are none.</returns>
    public int? Random(MovieQuery query, SearchHits? hits, Random random)
    {
        using var found = _films.Found(hits);
        using var kept = _films.Kept(query, found);
        var total = kept.Count();
        Span<int> chosen = stackalloc int[1];
        return total > 0 && kept.Read(0, random.Next(total), chosen) > 0 ? chosen[0] : null;
    }

    /// <summary>Films that visitors see, with the same director or genres, the closest first.</summary>
    public IReadOnlyList<SimilarFilm> Similar(int id, int limit) => SimilarFilms.Find(_films, id, limit);
}
