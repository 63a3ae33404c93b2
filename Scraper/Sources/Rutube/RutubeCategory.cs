using System.Globalization;
using System.Text.RegularExpressions;

namespace Scraper.Sources.Rutube;

/// <summary>The lists of a category. Rutube is known to list a category only by the day of publication, so it is walked
/// back day by day, beginning with yesterday, the last day that is complete in Moscow.</summary>
internal static partial class RutubeCategory
{
    private const string DayFormat = "ddMMyyyy";

    public static string FirstPath(string category, DateTimeOffset now)
    {
        var moscow = now.ToOffset(RutubeTime.Moscow);
        return PathOf(category, DateOnly.FromDateTime(moscow.Date).AddDays(-1));
    }

    /// <summary>The day before the one that a page belongs to; null for a page of something else.</summary>
    public static string? DayBefore(string path) => DayPath().Match(path) is { Success: true } match
        && DateOnly.TryParseExact(
            match.Groups["day"].ValueSpan, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? PathOf(match.Groups["category"].Value, day.AddDays(-1))
            : null;

    private static string PathOf(string category, DateOnly day) =>
        $"/api/video/category/{category}/{day.ToString(DayFormat, CultureInfo.InvariantCulture)}/?format=json";

    [GeneratedRegex(
        "^/api/video/category/(?<category>[0-9]+)/(?<day>[0-9]{8})/",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DayPath();
}
