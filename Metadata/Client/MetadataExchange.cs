using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Metadata.Client;

/// <summary>One question to Metadata and its answer; whatever goes wrong becomes a <see cref="MetadataException"/>.</summary>
internal sealed class MetadataExchange(HttpClient http)
{
    /// <summary>Sends a request and reads the answer's body.</summary>
    public async Task<T> SendAsync<T>(HttpRequestMessage request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            await RequireSuccessAsync(response, cancellationToken);
            return await response.Content.ReadFromJsonAsync(type, cancellationToken)
                ?? throw new MetadataException($"Metadata answered {request.RequestUri} with an empty body.");
        }
        catch (Exception unreachable) when (IsNoAnswer(unreachable, cancellationToken))
        {
            throw NoAnswer(unreachable);
        }
        catch (JsonException broken)
        {
            throw NotAsAgreed(request.RequestUri, broken);
        }
    }

    /// <summary>Sends a request whose answer says nothing but that it was done.</summary>
    public async Task SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var response = await OpenAsync(request, cancellationToken);
    }

    /// <summary>The answer as soon as its headers are there; the body is left to be read.</summary>
    public async Task<HttpResponseMessage> OpenAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await AskAsync(request, cancellationToken);
        try
        {
            await RequireSuccessAsync(response, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    /// <summary>The answer, whatever its status, as soon as its headers are there.</summary>
    public async Task<HttpResponseMessage> AskAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (Exception unreachable) when (IsNoAnswer(unreachable, cancellationToken))
        {
            throw NoAnswer(unreachable);
        }
    }

    public static bool IsNoAnswer(Exception exception, CancellationToken cancellationToken) =>
        exception is HttpRequestException or IOException
        || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    public MetadataException NoAnswer(Exception cause) => new(
        $"Metadata at {http.BaseAddress} does not answer ({cause.Message}). "
        + "Is it running, and is Metadata__BaseUrl right?", inner: cause);

    public static MetadataException NotAsAgreed(Uri? asked, JsonException broken) => new(
        $"Metadata's answer to {asked} is not what its contract says. Are both services of the same version?", inner: broken);

    private static async Task RequireSuccessAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode)
        {
            return;
        }

        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        var (type, explanation) = Explain(response.Content.Headers.ContentType, body);
        throw new MetadataException(
            $"Metadata answered {(int)response.StatusCode}: {explanation}", response.StatusCode, problem: type);
    }

    private static (string? Type, string Explanation) Explain(MediaTypeHeaderValue? type, string body)
    {
        if (type?.MediaType != "application/problem+json")
        {
            return (null, body.Length > 200 ? body[..200] : body);
        }

        using var problem = JsonDocument.Parse(body);
        var said = problem.RootElement;
        var detail = said.TryGetProperty("detail", out var text) ? text.GetString()
            : said.TryGetProperty("title", out text) ? text.GetString() : null;
        var explanation = said.TryGetProperty("errors", out var errors) ? $"{detail} {errors.GetRawText()}" : detail ?? body;
        return (said.TryGetProperty("type", out var name) ? name.GetString() : null, explanation);
    }
}
