using System.Net.Http.Json;

namespace Metadata.Client;

/// <summary>What visitors do and say, handed on in batches. Every method throws <see cref="MetadataException"/> when the
/// service refuses or cannot be reached; a batch repeated with its key counts once. Needs the write key.</summary>
public sealed class ReportingClient(HttpClient http)
{
    /// <summary>Most items of one batch.</summary>
    public const int MaxBatch = 10_000;

    private static readonly MetadataJson Json = CatalogueJson.Readable;

    private readonly MetadataExchange _exchange = new(http);

    public Task CountPlaysAsync(IReadOnlyList<PlayCount> plays, string idempotencyKey, CancellationToken cancellationToken) =>
        PostAsync("api/v1/plays", JsonContent.Create(plays, Json.IReadOnlyListPlayCount), idempotencyKey, cancellationToken);

    public Task ReportProblemsAsync(
        IReadOnlyList<ProblemNote> problems, string idempotencyKey, CancellationToken cancellationToken) =>
        PostAsync("api/v1/problems", JsonContent.Create(problems, Json.IReadOnlyListProblemNote), idempotencyKey, cancellationToken);

    private Task PostAsync(string path, HttpContent content, string idempotencyKey, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("Idempotency-Key", idempotencyKey);
        return _exchange.SendAsync(request, cancellationToken);
    }
}
