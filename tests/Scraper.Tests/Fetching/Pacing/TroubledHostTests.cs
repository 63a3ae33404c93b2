using System.Net;
using Hosts;
using Microsoft.Extensions.Logging.Abstractions;
using Scraper.Fetching;
using Scraper.Fetching.Pacing;
using Scraper.Sources;
using Xunit.Abstractions;

namespace Scraper.Tests.Fetching.Pacing;

/// <summary>E9: ten minutes of trouble at a host, and a caller that always wants the next page: who is asked is not asked
/// more often than when all is well.</summary>
public sealed class TroubledHostTests(ITestOutputHelper output)
{
    private const double MostOfAllowedRate = 1.1;
    private const double MostAmplification = 1.2;

    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Trouble = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);
    private static readonly FetchScope Scope = new(new Uri("https://films.example"), Delay);

    private readonly ManualTimeProvider _clock = new(Start);

    [Theory]
    [InlineData("429 with seconds", 1.0)]
    [InlineData("429 with a date", 1.0)]
    [InlineData("503", 1.0)]
    [InlineData("hang", 1.0)]
    [InlineData("reset", 1.0)]
    [InlineData("503", 0.1)]
    [InlineData("reset", 0.1)]
    public async Task A_host_in_trouble_is_asked_no_more_than_one_that_is_well(string fault, double share)
    {
        var random = new Random(20261121);
        var host = new ScriptedHost(_clock, () => random.NextDouble() >= share ? ScriptedHost.Ok() : Fail(fault))
        {
            TimeToAnswer = fault == "hang" ? TimeSpan.FromHours(1) : TimeSpan.Zero,
        };
        using var factory = new PoliteHttpFactory(host, _clock, new Random(1), NullLoggerFactory.Instance);
        var http = factory.Create(Scope, new FetchMeter());
        var pages = 0;
        while (_clock.GetUtcNow() < Start + Trouble)
        {
            pages++;
            var page = pages;
            // Whether it was read or not, the next one is wished for.
            var ended = await Record.ExceptionAsync(() => VirtualTime.RunAsync(
                _clock, () => http.GetBytesAsync(new Uri($"https://films.example/{page}"), CancellationToken.None)));
            Assert.True(ended is null or SourceException, $"{ended}");
            _clock.Advance(TimeSpan.FromMilliseconds(10));
        }

        var gaps = host.Asked.Zip(host.Asked.Skip(1), (before, after) => after.At - before.At).ToList();
        var wanted = host.Asked.Select(asked => asked.Url).Distinct().Count();
        output.WriteLine($"{fault}, {share:P0}: {host.Asked.Count} requests for {wanted} of {pages} pages wished for in {Trouble.TotalMinutes} minutes");
        Assert.All(gaps, gap => Assert.True(gap >= Delay / MostOfAllowedRate, $"{gap} between two requests"));
        Assert.True(host.Asked.Count <= Trouble / Delay * MostOfAllowedRate);
        Assert.True(host.Asked.Count <= Math.Max(wanted * MostAmplification, wanted + RetryRules.MaxRetries), "Retries add too much.");
        if (share == 1.0)
        {
            // The gate has shut after the fifth at the latest: a minute, then two, four, eight.
            Assert.All(gaps.Skip(Breaker.Failures - 1), gap => Assert.True(gap >= TimeSpan.FromSeconds(30), $"{gap} after the fifth failure"));
        }

        if (fault.StartsWith("429", StringComparison.Ordinal))
        {
            Assert.All(gaps.Take(Breaker.Failures - 1), gap => Assert.InRange(gap.TotalSeconds, 29, 31));
        }
    }

    private HttpResponseMessage Fail(string fault) => fault switch
    {
        "429 with seconds" => ScriptedHost.TooMany("30"),
        "429 with a date" => ScriptedHost.TooMany((_clock.GetUtcNow() + TimeSpan.FromSeconds(30)).ToString("R")),
        "503" => ScriptedHost.Status(HttpStatusCode.ServiceUnavailable),
        _ => throw new HttpRequestException("Connection reset by peer"),
    };
}
