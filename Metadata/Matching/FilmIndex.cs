using Metadata.Data;

namespace Metadata.Matching;

/// <summary>Finds the film that an upload is of: the very title, by its key, and the same known year.</summary>
internal sealed class FilmIndex
{
    private readonly Dictionary<string, List<Movie>> _byKey = new(StringComparer.Ordinal);

    /// <summary>Takes in a film under its present title and those of its videos.</summary>
    public void Add(Movie movie)
    {
        foreach (var key in Keys(movie))
        {
            if (!_byKey.TryGetValue(key, out var movies))
            {
                _byKey.Add(key, movies = []);
            }

            if (!movies.Contains(movie))
            {
                movies.Add(movie);
            }
        }
    }

    /// <summary>The keys of the titles that a film goes by.</summary>
    public static IEnumerable<string> Keys(Movie movie) =>
        movie.Videos.Select(video => video.Title).Append(movie.Title).Select(TitleKey.Of).Distinct(StringComparer.Ordinal);

    /// <summary>The oldest film that fits, other than <paramref name="except"/>; null when there is none, or title or
    /// year are unknown.</summary>
    public Movie? Find(string key, int? year, Movie? except = null) =>
        key.Length > 0 && year is not null && _byKey.TryGetValue(key, out var movies)
        ? movies.Where(movie => movie != except && Is(movie, key, year)).MinBy(movie => movie.Id == 0 ? int.MaxValue : movie.Id)
        : null;

    // A film is also known by its videos' titles, lest an editor's new title makes the next upload a new film.
    private static bool Is(Movie movie, string key, int? year) =>
        (TitleKey.Of(movie.Title) == key && movie.Year == year)
        || movie.Videos.Exists(video => TitleKey.Of(video.Title) == key && video.Year == year);
}
