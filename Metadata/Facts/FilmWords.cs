using Metadata.Client;
using Metadata.Data;
using Metadata.Matching;

namespace Metadata.Facts;

/// <summary>What registries say of films that become one.</summary>
internal static class FilmWords
{
    /// <summary>The words of the film that stays, and of those of the other what does not contradict them.</summary>
    public static List<RegistryWord>? Joined(Movie stays, Movie other)
    {
        var words = stays.Facts;
        foreach (var word in other.Facts ?? [])
        {
            if (words?.Exists(known => known.Registry == word.Registry || IdsOf(known.Facts).Conflicts(IdsOf(word.Facts))) != true)
            {
                words = RegistryWords.With(words, word.Registry, word.Facts);
            }
        }

        return words;
    }

    public static RegistryIds IdsOf(RegistryFacts? facts) => facts?.ExternalIds is { } ids
        ? new RegistryIds(ids.Imdb, ids.Kinopoisk, ids.Tmdb, ids.Wikidata)
        : default;
}
