using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Metadata.Client;

/// <summary>The Metadata service as its neighbours call it. Every method throws <see cref="MetadataException"/>
/// when the service refuses or cannot be reached.</summary>
public sealed class MetadataClient(HttpClient http)
{
    private static readonly MetadataJson Json = MetadataJson.Default;

    /// <summary>Sends a batch of 1 to 500 uploads. Repeating a batch with its key returns the first answer.</summary>
    public Task<UpsertReport> UpsertAsync(
        IReadOnlyList<MovieUpsert> batch, string idempotencyKey, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, "api/v1/movies/batch")
        {
            Content = JsonContent.Create(batch, Json.IReadOnlyListMovieUpsert),
        };
        request.Headers.Add("Idempotency-Key", idempotencyKey);
        request.Headers.Add(EditorNote.ActorHeader, EditorNote.Scraper);
        return SendAsync(request, Json.UpsertReport, cancellationToken);
    }

    /// <summary>A page of films.</summary>
    /// <param name="query">Filters, sort and page as in the contract, "q=брат&amp;page=2"; empty for the first page.</param>
    public Task<PageOf<MovieSummary>> ListMoviesAsync(string query, CancellationToken cancellationToken) =>
        SendAsync(Get($"api/v1/movies?{query}"), Json.PageOfMovieSummary, cancellationToken);

    /// <summary>One film, with those that editors have hidden when <paramref name="includeInactive"/> is set.</summary>
    public Task<MovieDetails> GetMovieAsync(int id, bool includeInactive, CancellationToken cancellationToken) =>
        SendAsync(Get($"api/v1/movies/{id}{(includeInactive ? "?includeInactive=true" : "")}"), Json.MovieDetails, cancellationToken);

    /// <summary>Sets and locks the fields present in <paramref name="edit"/>.</summary>
    public Task<MovieDetails> EditMovieAsync(int id, MovieEdit edit, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Patch, $"api/v1/movies/{id}")
        {
            Content = JsonContent.Create(edit, Json.MovieEdit),
        };
        return SendAsync(request, Json.MovieDetails, cancellationToken);
    }

    /// <summary>The raw answer to a read, for a caller that hands it on.</summary>
    /// <param name="pathAndQuery">Relative to the service's root, without a leading slash.</param>
    public async Task<HttpResponseMessage> ReadAsync(string pathAndQuery, CancellationToken cancellationToken)
    {
        try
        {
            return await http.SendAsync(Get(pathAndQuery), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (Exception unreachable) when (IsNoAnswer(unreachable, cancellationToken))
        {
            throw NoAnswer(unreachable);
        }
    }

    private static HttpRequestMessage Get(string pathAndQuery) => new(HttpMethod.Get, pathAndQuery);

    private async Task<T> SendAsync<T>(
        HttpRequestMessage request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                throw await RefusedAsync(response, cancellationToken);
            }

            return await response.Content.ReadFromJsonAsync(type, cancellationToken)
                ?? throw new MetadataException($"Metadata answered {request.RequestUri} with an empty body.");
        }
        catch (Exception unreachable) when (IsNoAnswer(unreachable, cancellationToken))
        {
            throw NoAnswer(unreachable);
        }
        catch (JsonException broken)
        {
            throw new MetadataException(
                $"Metadata's answer to {request.RequestUri} is not what its contract says. "
                + "Are both services of the same version?", inner: broken);
        }
    }

    private static bool IsNoAnswer(Exception exception, CancellationToken cancellationToken) =>
        exception is HttpRequestException or IOException
        || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    private MetadataException NoAnswer(Exception cause) => new(
        $"Metadata at {http.BaseAddress} does not answer ({cause.Message}). "
        + "Is it running, and is Metadata__BaseUrl right?", inner: cause);

    private static async Task<MetadataException> RefusedAsync(
        HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        var status = (int)response.StatusCode;
        return new MetadataException($"Metadata answered {status}: {Explain(response.Content.Headers.ContentType, body)}", response.StatusCode);
    }

    private static string Explain(MediaTypeHeaderValue? type, string body)
    {
        if (type?.MediaType != "application/problem+json")
        {
            return body.Length > 200 ? body[..200] : body;
        }

        using var problem = JsonDocument.Parse(body);
        var said = problem.RootElement;
        var detail = said.TryGetProperty("detail", out var text) ? text.GetString()
            : said.TryGetProperty("title", out text) ? text.GetString() : null;
        return said.TryGetProperty("errors", out var errors) ? $"{detail} {errors.GetRawText()}" : detail ?? body;
    }
}
