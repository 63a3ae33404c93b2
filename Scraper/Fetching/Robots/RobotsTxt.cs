namespace Scraper.Fetching.Robots;

/// <summary>What a host's robots.txt says to one robot (RFC 9309).</summary>
/// <param name="Rules">The rules of every group for that robot; else of those for all robots.</param>
/// <param name="CrawlDelay">Time between requests that the host wishes; null when it names none.</param>
internal sealed record RobotsTxt(IReadOnlyList<RobotsRule> Rules, TimeSpan? CrawlDelay)
{
    private const string OwnPath = "/robots.txt";

    /// <summary>No rules: everything may be read.</summary>
    public static RobotsTxt Empty { get; } = new([], CrawlDelay: null);

    /// <summary>The rule that forbids an address; null when it may be read.</summary>
    public RobotsRule? WhatForbids(Uri url)
    {
        if (url.AbsolutePath == OwnPath)
        {
            return null;
        }

        var path = RobotsPath.OfUrl(url);
        RobotsRule? strongest = null;
        foreach (var rule in Rules)
        {
            if (IsStronger(rule, strongest) && rule.Matches(path))
            {
                strongest = rule;
            }
        }

        return strongest is { Allows: false } ? strongest : null;
    }

    // The longest path decides; of two as long, the one that allows.
    private static bool IsStronger(RobotsRule rule, RobotsRule? than) =>
        than is null || rule.Pattern.Length > than.Pattern.Length
        || (rule.Pattern.Length == than.Pattern.Length && rule.Allows && !than.Allows);
}
