using Scraper.Fetching;
using Scraper.Sources;

namespace Scraper.Tests.Sources;

/// <summary>Reads a source to the end and keeps what came.</summary>
internal sealed class Walk
{
    public List<SourcePage> Pages { get; } = [];

    /// <summary>What ended the walk; null when it came to its end.</summary>
    public SourceException? Failure { get; private set; }

    public FetchMeter Meter { get; private init; } = new();

    public IEnumerable<RawVideo> Videos => Pages.SelectMany(page => page.Videos);

    public IEnumerable<RejectedItem> Rejects => Pages.SelectMany(page => page.Rejects);

    public List<string> Ids => [.. Videos.Select(video => video.ExternalId)];

    public static async Task<Walk> ThroughAsync(ISource source, string target, string? cursor = null, FetchMeter? meter = null)
    {
        var walk = new Walk { Meter = meter ?? new FetchMeter() };
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            await foreach (var page in source.ReadAsync(source.ReadTarget(target), cursor, walk.Meter, deadline.Token))
            {
                walk.Pages.Add(page);
            }
        }
        catch (SourceException failure)
        {
            walk.Failure = failure;
        }

        return walk;
    }
}
