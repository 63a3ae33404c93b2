using Metadata.Client;
using Microsoft.Extensions.Options;
using Scraper.Fetching;

namespace Scraper.Enriching.Registries.Tmdb;

/// <summary>TMDB, version 3 of its API.</summary>
internal sealed class TmdbCatalogue(IOptions<TmdbOptions> options) : IKeyedCatalogue
{
    public string Name => Metadata.Client.Registries.Tmdb;

    public string Section => TmdbOptions.Section;

    public FetchScope? Scope => string.IsNullOrEmpty(options.Value.ApiKey) ? null
        : new FetchScope(options.Value.BaseUrl, options.Value.Delay)
        {
            Key = new SecretHeader("Authorization", $"Bearer {options.Value.ApiKey}"),
            // Who has a key has the host's permission.
            PermittedPaths = ["/"],
        };

    public string? IdOf(ExternalIds ids) => ids.Tmdb;

    public async Task<IReadOnlyList<RegistryCandidate>> SearchAsync(
        KeyedApi api, string title, CancellationToken cancellationToken)
    {
        using var json = await api.FindAsync(
            At($"/3/search/movie?query={Uri.EscapeDataString(title)}&language=ru-RU&include_adult=false&page=1"),
            cancellationToken);
        return json is null ? [] : TmdbParser.ReadSearch(json.Root, json.Url);
    }

    public async Task<RegistryCandidate?> ReadAsync(KeyedApi api, string id, CancellationToken cancellationToken)
    {
        using var json = await api.FindAsync(
            At($"/3/movie/{Uri.EscapeDataString(id)}?language=ru-RU&append_to_response=credits,release_dates,external_ids"),
            cancellationToken);
        return json is null ? null : TmdbParser.ReadFilm(json.Root);
    }

    private Uri At(string path) => new(options.Value.BaseUrl, path);
}
