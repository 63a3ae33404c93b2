using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Metadata.Client;

namespace Faults.Rig;

/// <summary>What a neighbour of the service may ask it.</summary>
internal sealed class Api(HttpClient http) : IDisposable
{
    private const int PageSize = 100;

    /// <summary>Sends a batch; the answer as it came, or null when the connection broke.</summary>
    public async Task<Answer?> PutAsync(Batch batch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/movies/batch");
        request.Content = new ByteArrayContent(batch.Body);
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("Idempotency-Key", batch.Key);
        try
        {
            using var response = await http.SendAsync(request);
            return await Answer.ReadAsync(response);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }

    public async Task<Answer> GetAsync(string path)
    {
        using var response = await http.GetAsync(new Uri($"/api/v1/{path}", UriKind.Relative));
        return await Answer.ReadAsync(response);
    }

    public Task<byte[]> BackUpAsync() => http.GetByteArrayAsync(new Uri("/api/v1/backup", UriKind.Relative));

    /// <summary>Restores a backup over whatever is there.</summary>
    public async Task RestoreAsync(byte[] backup)
    {
        using var content = new ByteArrayContent(backup);
        content.Headers.ContentType = new("application/gzip");
        using var response = await http.PostAsync(new Uri("/api/v1/restore?replace=true", UriKind.Relative), content);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    public async Task<int> CountAsync() => (await PageAsync($"movies?includeInactive=true&pageSize=1")).Total;

    /// <summary>The pages of the uploads of all films, each as often as it is there.</summary>
    public async Task<IReadOnlyList<string>> UploadsAsync()
    {
        var uploads = new List<string>();
        for (var page = 1; ; page++)
        {
            var films = (await PageAsync($"movies?includeInactive=true&sort=new&pageSize={PageSize}&page={page}")).Items;
            if (films.Count == 0)
            {
                return uploads;
            }

            var details = await Task.WhenAll(films.Select(film => http.GetFromJsonAsync(
                $"/api/v1/movies/{film.Id}?includeInactive=true", MetadataJson.Default.MovieDetails)));
            uploads.AddRange(details.SelectMany(film => film!.Videos).Select(video => video.SourceUrl));
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<PageOf<MovieSummary>> PageAsync(string path) =>
        (await http.GetFromJsonAsync($"/api/v1/{path}", MetadataJson.Default.PageOfMovieSummary))!;
}

/// <summary>An answer that came whole.</summary>
internal sealed record Answer(int Status, string Body, string? RetryAfter)
{
    /// <summary>The type of the problem it reports; null when it is none.</summary>
    public string? Problem => Status < 400 ? null : Json.GetProperty("type").GetString();

    private JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public static async Task<Answer> ReadAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode, Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync()),
        response.Headers.RetryAfter?.ToString());
}
