using System.Globalization;
using Scraper.Fetching;
using Scraper.Fetching.Robots;
using Scraper.Journal;

namespace Scraper.Editing;

/// <summary>What is known of a host's robots.txt in words.</summary>
internal static class RobotsText
{
    public static string Of(RobotsCopy? copy) => copy is null
        ? "robots.txt: not asked for yet"
        : string.Create(CultureInfo.InvariantCulture, $"robots.txt of {copy.AskedAt:yyyy-MM-dd HH:mm} UTC: {Says(copy)}");

    private static string Says(RobotsCopy copy)
    {
        if (copy.Answer != RobotsAnswer.Read)
        {
            return copy.Answer == RobotsAnswer.Absent
                ? "there is none, so everything may be read"
                : $"could not be read ({copy.Detail}), so nothing is read until it can be";
        }

        var robots = RobotsParser.Read(copy.Body, FetchHeaders.ProductToken);
        var rules = robots.Rules.Count == 0 ? "nothing is forbidden" : string.Join(", ", robots.Rules.Take(20));
        var delay = robots.CrawlDelay is not { } wished ? ""
            : wished > RobotsGuard.LongestDelay
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"; wishes for {wished.TotalSeconds} s between requests, {RobotsGuard.LongestDelay.TotalSeconds} s are kept")
                : string.Create(CultureInfo.InvariantCulture, $"; wishes for {wished.TotalSeconds} s between requests");
        return rules + delay;
    }
}
