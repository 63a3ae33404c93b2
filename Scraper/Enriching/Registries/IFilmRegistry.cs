using Metadata.Client;
using Scraper.Fetching;

namespace Scraper.Enriching.Registries;

/// <summary>A public register of films that is asked for facts.</summary>
internal interface IFilmRegistry
{
    /// <summary>One of <see cref="Metadata.Client.Registries"/>.</summary>
    string Name { get; }

    /// <summary>Whether it is to be asked: switched on, and given its key where it wants one.</summary>
    bool IsOpen { get; }

    /// <summary>Looks films up, each answer as soon as it is known; in which order is not said.</summary>
    /// <param name="meter">Counts what the lookups cost the registry.</param>
    /// <exception cref="Sources.SourceException">The registry cannot be asked any further.</exception>
    IAsyncEnumerable<FilmLookup> LookUpAsync(
        IReadOnlyList<SoughtFilm> films, FetchMeter meter, CancellationToken cancellationToken);
}
