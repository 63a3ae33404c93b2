using System.Runtime.CompilerServices;
using Scraper.Fetching;

namespace Scraper.Sources.Feeds;

/// <summary>Feeds of any host: RSS, Atom, Media RSS, channels of YouTube, video sitemaps. Each target is a host of its
/// own, and nothing but that host is asked for it.</summary>
internal sealed class FeedSource(SourceOptions options, PoliteHttpFactory fetching, TimeProvider clock) : ISource
{
    public const string SourceName = "feed";

    /// <summary>Reads nothing until it is told an address.</summary>
    public static readonly SourceOptions Defaults = new() { Cron = "0 0 6 * * ?", PageLimit = 200 };

    public string Name => SourceName;

    public IReadOnlyList<string> TargetForms => FeedTargets.Forms;

    public SourceTarget ReadTarget(string text) => FeedTargets.Read(text);

    public async IAsyncEnumerable<SourcePage> ReadAsync(
        SourceTarget target, string? cursor, FetchMeter meter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var root = new Uri(target.Value);
        var host = new Uri(root.GetLeftPart(UriPartial.Authority));
        using var walk = new FeedWalk(
            fetching.Create(new FetchScope(host, options.Delay, WithSubdomains: true) { PermittedPaths = options.PermittedPaths }, meter), root, options.PageLimit, clock);
        await foreach (var page in walk.ReadAsync(cursor is null ? null : FeedCursor.Read(cursor), cancellationToken))
        {
            yield return page;
        }
    }
}
