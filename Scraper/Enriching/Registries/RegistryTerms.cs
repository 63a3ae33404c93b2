using Scraper.Normalizing.Vocabulary;

namespace Scraper.Enriching.Registries;

/// <summary>A registry's names for genres and countries, as the catalogue has them.</summary>
internal static class RegistryTerms
{
    private static readonly HashSet<string> FilmWords = new(StringComparer.Ordinal) { "фильм", "film", "movie", "cinema", "жанр" };

    /// <summary>The Russian genre; null for what the catalogue does not count among the genres.</summary>
    public static string? Genre(string name)
    {
        var key = Key(name);
        return Words.Genres.GetValueOrDefault(key) ?? Words.Genres.GetValueOrDefault(WithoutFilm(key));
    }

    /// <summary>The country by its usual Russian name; as given when it is not in the table.</summary>
    public static string Country(string name) => Words.Countries.GetValueOrDefault(Key(name), name.Trim());

    private static string Key(string name) => name.Trim().ToLowerInvariant().Replace('ё', 'е');

    // «драматический фильм», "horror film", «боевик (жанр)»
    private static string WithoutFilm(string key)
    {
        var remark = key.IndexOf('(', StringComparison.Ordinal);
        var words = (remark < 0 ? key : key[..remark]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Length > 1 && FilmWords.Contains(words[^1]) ? words[..^1] : words);
    }
}
