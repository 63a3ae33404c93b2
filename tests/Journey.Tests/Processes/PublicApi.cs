using System.Net.Http.Json;
using System.Text.Json;
using System.Web;
using Metadata.Client;

namespace Journey.Tests.Processes;

/// <summary>What anybody may ask the Gateway.</summary>
internal sealed class PublicApi(Uri gateway) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = gateway, Timeout = TimeSpan.FromSeconds(20) };

    public async Task<int> CountAsync() => (await MoviesAsync("pageSize=1")).Total;

    public Task<PageOf<MovieSummary>> FindAsync(string words) => MoviesAsync($"q={HttpUtility.UrlEncode(words)}");

    public Task<PageOf<MovieSummary>> MoviesAsync(string query) =>
        ReadAsync<PageOf<MovieSummary>>($"/api/v1/movies?{query}");

    public Task<MovieDetails> MovieAsync(int id) => ReadAsync<MovieDetails>($"/api/v1/movies/{id}");

    public async Task<JsonElement> HealthAsync()
    {
        using var answer = await GetAsync("/api/health");
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(new Uri(path, UriKind.Relative));

    public void Dispose() => _http.Dispose();

    private async Task<T> ReadAsync<T>(string path)
    {
        using var answer = await GetAsync(path);
        return (await answer.Content.ReadFromJsonAsync<T>(MetadataJson.Default.Options))!;
    }
}
