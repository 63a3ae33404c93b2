using Metadata.Indexing;
using Metadata.Matching;

namespace Metadata.Searching;

/// <summary>Finds films by words, by looking at every film.</summary>
internal sealed class SearchIndex
{
    private readonly Dictionary<int, (string Key, string Others, string All)> _movies = [];

    public void Put(IndexedMovie movie)
    {
        var key = TitleKey.Of(movie.Title);
        var others = Spaced(movie.OtherTitles.Prepend(movie.OriginalTitle ?? "").Select(TitleKey.Of));
        _movies[movie.Id] = (key, others, Spaced([key, others.Trim(), .. movie.Directors.Select(TitleKey.Of)]));
    }

    public void Clear() => _movies.Clear();

    public SearchHits Find(string q)
    {
        var query = SearchQuery.Read(q);
        return new SearchHits(
            query.Words.Count == 0
                ? []
                : [.. _movies.Where(movie => query.Words.All(word => word.IsIn(movie.Value.All)))
                    .Select(movie => new SearchHit(movie.Key, Score(query, movie.Value)))],
            null);
    }

    private static int Score(SearchQuery query, (string Key, string Others, string All) movie) =>
        movie.Key == query.Key ? 0
        : movie.Key.StartsWith(query.Key, StringComparison.Ordinal) ? 1
        : query.Words.All(word => word.IsIn($" {movie.Key} ")) ? 2
        : query.Words.All(word => word.IsIn(movie.Others)) ? 3 : 4;

    private static string Spaced(IEnumerable<string> parts) => $" {string.Join(' ', parts.Where(part => part.Length > 0))} ";
}
