using System.Collections.Concurrent;
using Scraper.Journal;
using Scraper.Sources;

namespace Scraper.Fetching.Robots;

/// <summary>Stands before every request: nothing is fetched that the host's robots.txt forbids.</summary>
/// <param name="copies">Null when no journal is shared.</param>
internal sealed partial class RobotsGuard(
    RobotsFetcher fetcher, RobotsCopies? copies, TimeProvider clock, ILogger<RobotsGuard> logger)
{
    /// <summary>A host that wishes for longer between two requests gets this.</summary>
    public static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);

    /// <summary>Makes sure that an address may be fetched.</summary>
    /// <returns>The least time between requests there: the source's own, or longer where the host wishes for it.</returns>
    /// <exception cref="SourceException">The host's robots.txt forbids it, or cannot be read.</exception>
    public async Task<TimeSpan> RequireAsync(Uri url, FetchScope scope, CancellationToken cancellationToken)
    {
        var (copy, robots) = await ReadAsync(url, scope, cancellationToken);
        if (!scope.IsPermitted(url))
        {
            Require(url, copy, robots);
        }

        return robots.CrawlDelay is { } wished && Capped(wished) > scope.Delay ? Capped(wished) : scope.Delay;
    }

    private static TimeSpan Capped(TimeSpan wished) => wished < LongestDelay ? wished : LongestDelay;

    private void Require(Uri url, RobotsCopy copy, RobotsTxt robots)
    {
        if (copy.Answer == RobotsAnswer.Unreadable)
        {
            throw new SourceException(
                SourceFailure.RobotsUnreadable,
                $"{copy.Origin}/robots.txt could not be read ({copy.Detail}), which counts as a no to everything, so {url} "
                + $"was not fetched. It is asked for again after {copy.ExpiresAt:yyyy-MM-dd HH:mm:ss} UTC.")
            {
                RetryAfter = copy.ExpiresAt - clock.GetUtcNow(),
            };
        }

        if (robots.WhatForbids(url) is { } rule)
        {
            throw new SourceException(
                SourceFailure.Disallowed,
                $"{url} is not fetched: {copy.Origin}/robots.txt says \"{rule}\". Read another target, ask the host for its "
                + "permission, or, if you have it, state the path under Sources:<name>:PermittedPaths.");
        }
    }

    private async Task<HostRobots> ReadAsync(
        Uri url, FetchScope scope, CancellationToken cancellationToken)
    {
        var origin = url.GetLeftPart(UriPartial.Authority);
        var known = _known.GetOrAdd(origin, _ => new Known());
        if (known.Fresh(clock.GetUtcNow()) is { } fresh)
        {
            return fresh;
        }

        // One of several runs asks, the others take its answer.
        await known.Turn.WaitAsync(cancellationToken);
        try
        {
            return known.Fresh(clock.GetUtcNow())
                ?? known.Keep(await FindOrFetchAsync(new Uri(origin), scope.Delay, cancellationToken));
        }
        finally
        {
            known.Turn.Release();
        }
    }

    private async Task<HostRobots> FindOrFetchAsync(
        Uri origin, TimeSpan delay, CancellationToken cancellationToken)
    {
        var name = origin.GetLeftPart(UriPartial.Authority);
        var copy = copies is null ? null : await copies.FindAsync(name, cancellationToken);
        if (copy is null || copy.ExpiresAt <= clock.GetUtcNow())
        {
            copy = await fetcher.FetchAsync(origin, delay, cancellationToken);
            await (copies?.KeepAsync(copy, cancellationToken) ?? Task.CompletedTask);
        }

        var robots = copy.Answer == RobotsAnswer.Read
            ? RobotsParser.Read(copy.Body, FetchHeaders.ProductToken) : RobotsTxt.Empty;
        if (robots.CrawlDelay > LongestDelay)
        {
            LogTooSlow(name, robots.CrawlDelay.Value.TotalSeconds, LongestDelay.TotalSeconds);
        }

        return new HostRobots(copy, robots);
    }

    [LoggerMessage(LogLevel.Warning, "{Origin}/robots.txt wishes for {Wished} s between requests; {Kept} s are kept")]
    private partial void LogTooSlow(string origin, double wished, double kept);

    private sealed record HostRobots(RobotsCopy Copy, RobotsTxt Robots);

    /// <summary>What is known of one host in this process.</summary>
    private sealed class Known
    {
        private volatile HostRobots? _found;

        public SemaphoreSlim Turn { get; } = new(1, 1);

        public HostRobots? Fresh(DateTimeOffset now) =>
            _found is { } found && found.Copy.ExpiresAt > now ? found : null;

        public HostRobots Keep(HostRobots found) => _found = found;
    }
}
