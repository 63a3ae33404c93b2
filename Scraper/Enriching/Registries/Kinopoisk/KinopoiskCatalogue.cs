using Metadata.Client;
using Microsoft.Extensions.Options;
using Scraper.Fetching;

namespace Scraper.Enriching.Registries.Kinopoisk;

/// <summary>Kinopoisk by its unofficial API, which wants a key and counts requests by the day.</summary>
internal sealed class KinopoiskCatalogue(IOptions<KinopoiskOptions> options) : IKeyedCatalogue
{
    public string Name => Metadata.Client.Registries.Kinopoisk;

    public string Section => KinopoiskOptions.Section;

    public FetchScope? Scope => string.IsNullOrEmpty(options.Value.ApiKey) ? null
        : new FetchScope(options.Value.BaseUrl, options.Value.Delay)
        {
            Key = new SecretHeader("X-API-KEY", options.Value.ApiKey),
            // Who has a key has the host's permission.
            PermittedPaths = ["/"],
        };

    public string? IdOf(ExternalIds ids) => ids.Kinopoisk;

    public async Task<IReadOnlyList<RegistryCandidate>> SearchAsync(
        KeyedApi api, string title, CancellationToken cancellationToken)
    {
        using var json = await api.FindAsync(
            At($"/api/v2.1/films/search-by-keyword?keyword={Uri.EscapeDataString(title)}&page=1"), cancellationToken);
        return json is null ? [] : KinopoiskParser.ReadSearch(json.Root, json.Url);
    }

    public async Task<RegistryCandidate?> ReadAsync(KeyedApi api, string id, CancellationToken cancellationToken)
    {
        using var json = await api.FindAsync(At($"/api/v2.2/films/{Uri.EscapeDataString(id)}"), cancellationToken);
        return json is null ? null : KinopoiskParser.ReadFilm(json.Root);
    }

    private Uri At(string path) => new(options.Value.BaseUrl, path);
}
