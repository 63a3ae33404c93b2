using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Metadata.Client;

/// <summary>The whole catalogue in one piece: export, backup, restore. Takes as long as it takes; every method throws
/// <see cref="MetadataException"/> when Metadata refuses, cannot be reached, or breaks off. Needs the write key.</summary>
public sealed class CatalogueCopies(HttpClient http)
{
    private readonly MetadataExchange _exchange = new(http);

    /// <summary>Every film, hidden ones included, with its locked fields, as of one moment.</summary>
    public async IAsyncEnumerable<MovieDetails> ExportAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "api/v1/export");
        using var response = await _exchange.OpenAsync(request, cancellationToken);
        var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var movies = JsonSerializer.DeserializeAsyncEnumerable(
            body, MetadataJson.Default.MovieDetails, topLevelValues: true, cancellationToken);
        await using var films = movies.GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(films, request, cancellationToken) is { } movie)
        {
            yield return movie;
        }
    }

    /// <summary>Writes a backup that either database restores.</summary>
    /// <param name="progress">Told the bytes written so far.</param>
    public async Task BackUpAsync(Stream file, IProgress<long> progress, CancellationToken cancellationToken)
    {
        using var response = await _exchange.OpenAsync(
            new HttpRequestMessage(HttpMethod.Get, "api/v1/backup"), cancellationToken);
        try
        {
            var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            await new CountedStream(body, progress).CopyToAsync(file, cancellationToken);
        }
        catch (HttpIOException cut)
        {
            throw _exchange.NoAnswer(cut);
        }
    }

    /// <summary>Puts a backup in the place of the catalogue.</summary>
    /// <param name="replace">Also when the catalogue is not empty, which is refused with 409 otherwise.</param>
    /// <param name="progress">Told the bytes sent so far.</param>
    public Task RestoreAsync(
        Stream file, bool replace, EditorNote note, IProgress<long> progress, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"api/v1/restore{(replace ? "?replace=true" : "")}")
        {
            Content = new StreamContent(new CountedStream(file, progress)),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/gzip");
        // An answer of "no" comes before the file has been sent, not after.
        request.Headers.ExpectContinue = true;
        note.WriteTo(request.Headers);
        return _exchange.SendAsync(request, cancellationToken);
    }

    private async ValueTask<MovieDetails?> NextAsync(
        IAsyncEnumerator<MovieDetails?> films, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await films.MoveNextAsync() ? films.Current : null;
        }
        catch (Exception cut) when (MetadataExchange.IsNoAnswer(cut, cancellationToken))
        {
            throw _exchange.NoAnswer(cut);
        }
        catch (JsonException broken)
        {
            throw MetadataExchange.NotAsAgreed(request.RequestUri, broken);
        }
    }
}
