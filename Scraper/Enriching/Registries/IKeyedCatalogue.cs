using Metadata.Client;
using Scraper.Fetching;

namespace Scraper.Enriching.Registries;

/// <summary>A registry that wants the operator's key, is searched title by title and read film by film.</summary>
internal interface IKeyedCatalogue
{
    /// <summary>One of <see cref="Metadata.Client.Registries"/>.</summary>
    string Name { get; }

    /// <summary>The section of the configuration that holds its key.</summary>
    string Section { get; }

    /// <summary>Where it is asked, with the key; null while there is no key.</summary>
    FetchScope? Scope { get; }

    /// <summary>The registry's own id among a film's; null when it is not known.</summary>
    string? IdOf(ExternalIds ids);

    /// <summary>Films of a title, with whatever a search tells of them.</summary>
    Task<IReadOnlyList<RegistryCandidate>> SearchAsync(KeyedApi api, string title, CancellationToken cancellationToken);

    /// <returns>The film with its facts; null when the registry has none of that id.</returns>
    Task<RegistryCandidate?> ReadAsync(KeyedApi api, string id, CancellationToken cancellationToken);
}
