using System.Globalization;
using System.Net.Http.Json;

namespace Metadata.Client;

/// <summary>Whether uploads still play: which ones to ask about, what was found, and what visitors have said. Every method
/// throws <see cref="MetadataException"/> when the service refuses or cannot be reached. Needs the write key.</summary>
public sealed class CheckingClient(HttpClient http)
{
    private static readonly MetadataJson Json = CatalogueJson.Readable;

    private readonly MetadataExchange _exchange = new(http);

    /// <summary>The uploads of a source whose turn it is: those reported by visitors and those in doubt, then those asked
    /// about longest ago.</summary>
    /// <param name="limit">1 to <see cref="WaitingVideo.MaxAtOnce"/>.</param>
    public Task<IReadOnlyList<WaitingVideo>> ListWaitingAsync(string source, int limit, CancellationToken cancellationToken) =>
        _exchange.SendAsync(
            new HttpRequestMessage(HttpMethod.Get, string.Create(
                CultureInfo.InvariantCulture, $"api/v1/videos/waiting?source={Uri.EscapeDataString(source)}&limit={limit}")),
            Json.IReadOnlyListWaitingVideo, cancellationToken);

    /// <summary>Hands in the results of one run of checks.</summary>
    /// <param name="dryRun">Tells what would change and writes nothing.</param>
    /// <param name="lease">Refused with the problem <see cref="WriterLease.Stale"/> once a later holder has written.</param>
    public Task<AvailabilityReport> PutAsync(
        IReadOnlyList<AvailabilityCheck> checks, bool dryRun, WriterLease? lease, EditorNote note,
        CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"api/v1/videos/availability{(dryRun ? "?dryRun=true" : "")}")
        {
            Content = JsonContent.Create(checks, Json.IReadOnlyListAvailabilityCheck),
        };
        note.WriteTo(request.Headers);
        lease?.WriteTo(request.Headers);
        return _exchange.SendAsync(request, Json.AvailabilityReport, cancellationToken);
    }

    /// <summary>A page of the uploads that visitors say are of another film, the most often reported first.</summary>
    public Task<PageOf<ReportedVideo>> ListReportedAsync(int page, CancellationToken cancellationToken) =>
        _exchange.SendAsync(
            new HttpRequestMessage(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"api/v1/problems?page={page}")),
            Json.PageOfReportedVideo, cancellationToken);

    /// <summary>An editor has looked: the upload is of its film.</summary>
    public Task DismissAsync(int videoId, EditorNote note, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(
            HttpMethod.Delete, string.Create(CultureInfo.InvariantCulture, $"api/v1/problems/{videoId}"));
        note.WriteTo(request.Headers);
        return _exchange.SendAsync(request, cancellationToken);
    }
}
