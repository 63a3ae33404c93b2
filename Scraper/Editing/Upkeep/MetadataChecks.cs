using System.Globalization;
using System.Net;
using System.Text.Json;
using Metadata.Client;
using Microsoft.Extensions.Options;
using Scraper.Journal;

namespace Scraper.Editing.Upkeep;

/// <summary>Whether Metadata answers, what it says of itself, and whether it takes our key.</summary>
internal static class MetadataChecks
{
    private const string KeyName = "key accepted";
    private const string KeyTaken = "Metadata takes our write key";

    private static readonly TimeSpan LargestSkew = TimeSpan.FromSeconds(30);

    public static async Task<IReadOnlyList<Finding>> LookAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        try
        {
            var clock = services.GetRequiredService<TimeProvider>();
            using var answer = await Keyless(services).ReadAsync("health/ready", cancellationToken);
            var health = (await answer.Content.ReadFromJsonAsync(MetadataJson.Default.ServiceHealth, cancellationToken))!;
            return
            [
                Of("metadata", health.Status, $"{answer.RequestMessage?.RequestUri?.GetLeftPart(UriPartial.Authority)} answers", null),
                .. health.Checks.Select(check => Of($"metadata {check.Key}", check.Value.Status, "healthy", check.Value.Detail)),
                Skew(clock.GetUtcNow() - health.Timestamp),
                .. await KeyAsync(services, cancellationToken),
            ];
        }
        catch (MetadataException away)
        {
            return [Finding.Fail("metadata", away.Message, "Start it, or set Metadata__BaseUrl.")];
        }
        catch (JsonException foreign)
        {
            return [Finding.Fail(
                "metadata", $"what answers there is not Metadata ({foreign.Message})", "Set Metadata__BaseUrl to the Metadata service.")];
        }
    }

    private static Finding Of(string name, HealthState state, string healthy, string? detail) => state switch
    {
        HealthState.Healthy => Finding.Ok(name, detail ?? healthy),
        HealthState.Degraded => Finding.Warn(name, detail ?? "degraded", "It works without; see Metadata's log."),
        _ => Finding.Fail(name, detail ?? "unhealthy", "See Metadata's log."),
    };

    private static Finding Skew(TimeSpan skew)
    {
        var found = string.Create(CultureInfo.InvariantCulture, $"{skew.TotalSeconds:0} s ahead of Metadata's");
        return skew.Duration() <= LargestSkew
            ? Finding.Ok("clocks", "agree")
            : Finding.Warn("clocks", $"ours is {found}", "Let both machines set their clocks by the network (NTP).");
    }

    /// <summary>Health is told to everybody, and the usual client would make a key where there is none.</summary>
    private static MetadataClient Keyless(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<MetadataOptions>>().Value;
        var http = services.GetRequiredService<IHttpClientFactory>().CreateClient();
        (http.BaseAddress, http.Timeout) = (options.Roots[0], options.Timeout);
        return new MetadataClient(http);
    }

    private static async Task<IReadOnlyList<Finding>> KeyAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var isConfigured = services.GetRequiredService<IOptions<MetadataOptions>>().Value.ApiKey is { Length: > 0 };
        var file = Path.Combine(services.GetRequiredService<DataDirectory>().Path, ApiKeyFile.Name);
        if (!isConfigured && !File.Exists(file))
        {
            return [];
        }

        try
        {
            // Changing nothing in no film is refused or done, but only with the right key.
            await services.GetRequiredService<EditingClient>()
                .EditManyAsync([], dryRun: true, EditorOptions.Note("doctor"), cancellationToken);
            return [Finding.Ok(KeyName, KeyTaken)];
        }
        catch (MetadataException refused) when (refused.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            return [Finding.Fail(
                KeyName, "Metadata does not know our write key",
                "Give both services the same data directory, or the same Metadata__ApiKey.")];
        }
        catch (MetadataException answered) when (answered.Status == HttpStatusCode.BadRequest)
        {
            return [Finding.Ok(KeyName, KeyTaken)];
        }
        catch (IOException unusable)
        {
            return [Finding.Fail(KeyName, unusable.Message, "Restart Metadata and the Scraper after that.")];
        }
    }
}
