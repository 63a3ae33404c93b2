using System.Net.Http.Json;

namespace Metadata.Client;

/// <summary>The Metadata service as its neighbours call it. Every method throws <see cref="MetadataException"/>
/// when the service refuses or cannot be reached.</summary>
public sealed class MetadataClient(HttpClient http)
{
    private static readonly MetadataJson Json = CatalogueJson.Readable;

    private readonly MetadataExchange _exchange = new(http);

    /// <summary>Sends a batch of 1 to 500 uploads. Repeating a batch with its key returns the first answer.</summary>
    public Task<UpsertReport> UpsertAsync(
        IReadOnlyList<MovieUpsert> batch, string idempotencyKey, CancellationToken cancellationToken) =>
        UpsertAsync(batch, idempotencyKey, lease: null, cancellationToken);

    /// <summary>The same under a lease; refused with the problem <see cref="WriterLease.Stale"/> once a later holder has
    /// written.</summary>
    public Task<UpsertReport> UpsertAsync(
        IReadOnlyList<MovieUpsert> batch, string idempotencyKey, WriterLease? lease, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, "api/v1/movies/batch")
        {
            Content = JsonContent.Create(batch, Json.IReadOnlyListMovieUpsert),
        };
        request.Headers.Add("Idempotency-Key", idempotencyKey);
        request.Headers.Add(EditorNote.ActorHeader, EditorNote.Scraper);
        lease?.WriteTo(request.Headers);
        return _exchange.SendAsync(request, Json.UpsertReport, cancellationToken);
    }

    /// <summary>A page of films.</summary>
    /// <param name="query">Filters, sort and page as in the contract, "q=брат&amp;page=2"; empty for the first page.</param>
    public Task<PageOf<MovieSummary>> ListMoviesAsync(string query, CancellationToken cancellationToken) =>
        _exchange.SendAsync(Get($"api/v1/movies?{query}"), Json.PageOfMovieSummary, cancellationToken);

    /// <summary>One film, with those that editors have hidden when <paramref name="includeInactive"/> is set.</summary>
    public Task<MovieDetails> GetMovieAsync(int id, bool includeInactive, CancellationToken cancellationToken) =>
        _exchange.SendAsync(
            Get($"api/v1/movies/{id}{(includeInactive ? "?includeInactive=true" : "")}"), Json.MovieDetails, cancellationToken);

    /// <summary>Which state of the catalogue the other reads show now.</summary>
    public Task<CatalogueMark> GetMarkAsync(CancellationToken cancellationToken) =>
        _exchange.SendAsync(Get("api/v1/mark"), Json.CatalogueMark, cancellationToken);

    /// <summary>The raw answer to a read, for a caller that hands it on.</summary>
    /// <param name="pathAndQuery">Relative to the service's root, without a leading slash.</param>
    public Task<HttpResponseMessage> ReadAsync(string pathAndQuery, CancellationToken cancellationToken) =>
        _exchange.AskAsync(Get(pathAndQuery), cancellationToken);

    private static HttpRequestMessage Get(string pathAndQuery) => new(HttpMethod.Get, pathAndQuery);
}
