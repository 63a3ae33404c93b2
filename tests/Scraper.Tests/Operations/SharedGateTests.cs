using System.Globalization;
using System.Text.Json;
using Hosts;
using Scraper.Editing;
using Scraper.Tests.Publishing;

namespace Scraper.Tests.Operations;

/// <summary>Real processes that meet at one host.</summary>
public sealed class SharedGateTests : IDisposable
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(200);

    private readonly string _directory = Directory.CreateTempSubdirectory("scraper-gate-").FullName;

    [Fact]
    public async Task Two_processes_ask_a_host_in_turns_and_one_that_is_killed_holds_up_nobody()
    {
        await using var metadata = await StubMetadata.StartAsync();
        await using var rutube = await StubRutube.StartAsync(Films(400));
        rutube.Host.TimeToAnswer = TimeSpan.FromMilliseconds(60);
        using var scrape = Start(rutube, metadata, "scrape", "rutube", "--target", "search:комедия");
        await Poll.UntilAsync(() => rutube.Host.Requests.Count >= 2 || scrape.HasExited);

        using var dry = Start(rutube, metadata, "scrape", "rutube", "--target", "search:драма", "--dry-run", "--json");
        await Poll.UntilAsync(() => Asked(rutube, "драма") >= 3 || dry.HasExited);
        await scrape.KillAsync();
        var bothWereAtIt = Asked(rutube, "комедия");
        var (code, output, error) = await dry.EndAsync();

        // This Metadata does not tell what would change.
        Assert.True(code == ExitCode.Partly, $"{output}\n{error}");
        Assert.Equal(400, JsonDocument.Parse(output).RootElement.GetProperty("seen").GetInt32());
        Assert.InRange(bothWereAtIt, 3, 19);
        Assert.Equal(1, rutube.Host.MostAtOnce);
        Assert.Single(rutube.Host.RobotsRequests);
        // From the first to the last as many delays have passed as there were requests between them; one is left out,
        // because a request may reach the host late.
        var times = rutube.Host.Requests.Select(request => request.At).ToList();
        var passed = TimeProvider.System.GetElapsedTime(times[0], times[^1]);
        Assert.True(passed >= Delay * (times.Count - 2), $"{times.Count} requests within {passed}.");
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private static int Asked(StubRutube rutube, string word) => rutube.Host.Requests.Count(
        request => Uri.UnescapeDataString(request.PathAndQuery).Contains(word, StringComparison.Ordinal));

    private static IEnumerable<StubVideo> Films(int count) => Enumerable.Range(1, count).Select(number => new StubVideo(
        number, string.Create(CultureInfo.InvariantCulture, $"Фильм номер {number} (1975)"), 5400, new DateTime(2024, 4, 13)));

    private ScraperProcess Start(StubRutube rutube, StubMetadata metadata, params string[] arguments) => ScraperProcess.Start(
        _directory, metadata.Url,
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Sources__rutube__BaseUrl"] = rutube.Host.BaseUrl.ToString(),
            ["Sources__rutube__DelayMilliseconds"] = Delay.TotalMilliseconds.ToString(CultureInfo.InvariantCulture),
            ["Network__AllowPrivateAddresses"] = "true",
        },
        arguments);
}
