using System.Globalization;
using System.Net.Http.Json;

namespace Metadata.Client;

/// <summary>The part of the Metadata service that keeps what registries say of films. Every method throws
/// <see cref="MetadataException"/> when the service refuses or cannot be reached. Needs the write key.</summary>
public sealed class FactsClient(HttpClient http)
{
    private static readonly MetadataJson Json = CatalogueJson.Readable;

    private readonly MetadataExchange _exchange = new(http);

    /// <summary>Films that a registry has not been asked for since a moment: first those it was never asked for, then those
    /// it was asked for the longest ago.</summary>
    /// <param name="limit">1 to 100.</param>
    public Task<IReadOnlyList<SoughtFilm>> SeekAsync(
        string registry, DateTimeOffset before, int limit, CancellationToken cancellationToken) => _exchange.SendAsync(
            new HttpRequestMessage(HttpMethod.Get, string.Create(
                CultureInfo.InvariantCulture,
                $"api/v1/facts/sought?registry={Uri.EscapeDataString(registry)}&limit={limit}"
                + $"&before={Uri.EscapeDataString(before.ToString("O", CultureInfo.InvariantCulture))}")),
            Json.IReadOnlyListSoughtFilm, cancellationToken);

    /// <summary>The film of that id, whenever it was asked for; empty when it is not to be looked up.</summary>
    public Task<IReadOnlyList<SoughtFilm>> SeekAsync(string registry, int movieId, CancellationToken cancellationToken) =>
        _exchange.SendAsync(
            new HttpRequestMessage(HttpMethod.Get, string.Create(
                CultureInfo.InvariantCulture,
                $"api/v1/facts/sought?registry={Uri.EscapeDataString(registry)}&movieId={movieId}")),
            Json.IReadOnlyListSoughtFilm, cancellationToken);

    /// <summary>Hands in what a registry answered.</summary>
    /// <param name="lookups">1 to <see cref="FilmLookup.MaxBatch"/>.</param>
    /// <param name="dryRun">Tells what would change and writes nothing.</param>
    public Task<FactsReport> PutAsync(
        IReadOnlyList<FilmLookup> lookups, bool dryRun, EditorNote note, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"api/v1/facts/batch?dryRun={(dryRun ? "true" : "false")}")
        {
            Content = JsonContent.Create(lookups, Json.IReadOnlyListFilmLookup),
        };
        note.WriteTo(request.Headers);
        return _exchange.SendAsync(request, Json.FactsReport, cancellationToken);
    }

    /// <summary>A page of the answers that were unsure, the latest first.</summary>
    public Task<PageOf<RegistryLookup>> ListUnsureAsync(int page, CancellationToken cancellationToken) => _exchange.SendAsync(
        new HttpRequestMessage(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"api/v1/facts/unsure?page={page}")),
        Json.PageOfRegistryLookup, cancellationToken);
}
