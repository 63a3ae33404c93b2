using System.Text.Json;
using Metadata.Client;
using Microsoft.Extensions.Options;

namespace Gateway.Operations;

/// <summary>Asks the other two services how they are.</summary>
internal sealed class NeighbourHealth(
    HttpClient http, MetadataClient metadata, IOptions<ScraperOptions> scraper, TimeProvider clock)
{
    public const string Metadata = "metadata";
    public const string Scraper = "scraper";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public Task<PartHealth> OfMetadataAsync(CancellationToken cancellationToken) =>
        AskAsync(token => metadata.ReadAsync("health/ready", token), cancellationToken);

    public Task<PartHealth> OfScraperAsync(CancellationToken cancellationToken) =>
        AskAsync(token => http.GetAsync(new Uri(scraper.Value.BaseUrl, "/health/ready"), token), cancellationToken);

    private async Task<PartHealth> AskAsync(
        Func<CancellationToken, Task<HttpResponseMessage>> ask, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            using var answer = await ask(either.Token);
            await using var body = await answer.Content.ReadAsStreamAsync(either.Token);
            var health = await JsonSerializer.DeserializeAsync(body, MetadataJson.Default.ServiceHealth, either.Token);
            return health is null ? NoAnswer : Public(health);
        }
        catch (Exception failure) when (failure is MetadataException or HttpRequestException or IOException or JsonException
            || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return NoAnswer;
        }
    }

    private static readonly PartHealth NoAnswer = new(
        HealthState.Unhealthy, "The service does not answer.",
        new Dictionary<string, HealthState>(StringComparer.Ordinal));

    internal static PartHealth Public(ServiceHealth health) => new(
        health.Status, null,
        health.Checks.ToDictionary(check => check.Key, check => check.Value.Status, StringComparer.Ordinal));
}
