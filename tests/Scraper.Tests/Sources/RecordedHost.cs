using Hosts;
using Scraper.Fetching;
using Scraper.Recording;
using Scraper.Sources;

namespace Scraper.Tests.Sources;

/// <summary>A host as "scraper sources test --record" has kept it, beside the tests.</summary>
internal static class RecordedHost
{
    /// <summary>Reads what was recorded with today's source, at the time of then.</summary>
    /// <param name="file">Below "Sources", as "Rutube/Recordings/search.gz".</param>
    public static async Task<Walk> WalkAsync(string file, Func<PoliteHttpFactory, TimeProvider, ISource> create)
    {
        using var answers = RecordedAnswers.Open([Path.Combine(AppContext.BaseDirectory, "Sources", file)])
            ?? throw new ArgumentException($"{file} is no recording.", nameof(file));
        using var fetching = LoopbackFetching.Create();
        return await Walk.ThroughAsync(
            create(fetching, new ManualTimeProvider(answers.Head.StartedAt)), answers.Head.Targets[0],
            meter: new FetchMeter { Through = _ => new RecordedExchange(answers) });
    }
}
