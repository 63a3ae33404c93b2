using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Metadata.Client;

namespace Metadata.Tests;

/// <summary>Speaks to the service as its neighbours do, over HTTP.</summary>
internal sealed class Caller(HttpClient http)
{
    public HttpClient Http => http;

    /// <summary>Sends uploads with a key that nobody used before.</summary>
    public Task<UpsertReport> PutAsync(params IReadOnlyList<MovieUpsert> batch) =>
        new MetadataClient(http).UpsertAsync(batch, Guid.NewGuid().ToString(), CancellationToken.None);

    public Task<HttpResponseMessage> PutJsonAsync(string json, string key) => SendAsync(HttpMethod.Put, "movies/batch", json, key);

    public Task<PageOf<MovieSummary>> ListAsync(string query) => ReadAsync($"movies?{query}", MetadataJson.Default.PageOfMovieSummary);

    /// <summary>The titles of a list, in its order.</summary>
    public async Task<string[]> TitlesAsync(string query) =>
        [.. (await ListAsync($"{query}&pageSize=100")).Items.Select(movie => movie.Title)];

    public Task<MovieDetails> GetAsync(int id) => ReadAsync($"movies/{id}?includeInactive=true", MetadataJson.Default.MovieDetails);

    public Task<Facets> FacetsAsync(string query) => ReadAsync($"facets?{query}", MetadataJson.Default.Facets);

    public Task<IReadOnlyList<Suggestion>> SuggestAsync(string query) =>
        ReadAsync($"suggestions?{query}", MetadataJson.Default.IReadOnlyListSuggestion);

    public async Task<T> ReadAsync<T>(string path, JsonTypeInfo<T> shape)
    {
        using var response = await http.GetAsync($"/api/v1/{path}");
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {await response.Content.ReadAsStringAsync()}");
        return (await response.Content.ReadFromJsonAsync(shape))!;
    }

    public async Task<(int Status, JsonElement Body)> GetProblemAsync(string path)
    {
        using var response = await http.GetAsync($"/api/v1/{path}");
        return ((int)response.StatusCode, await ProblemAsync(response));
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? json, string? key = null)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/{path}");
        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        return await http.SendAsync(request);
    }

    /// <summary>The problem in a response; fails when it is not one.</summary>
    public static async Task<JsonElement> ProblemAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        using var document = JsonDocument.Parse(text);
        var problem = document.RootElement.Clone();
        Assert.Equal((int)response.StatusCode, problem.GetProperty("status").GetInt32());
        Assert.False(string.IsNullOrEmpty(problem.GetProperty("traceId").GetString()));
        Assert.False(string.IsNullOrEmpty(problem.GetProperty("detail").GetString()));
        return problem;
    }

    /// <summary>The parameters or fields that a problem names, in alphabetical order.</summary>
    public static string ErrorNames(JsonElement problem) => string.Join(
        ' ', problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal));
}
