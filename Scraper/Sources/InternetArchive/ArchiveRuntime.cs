using System.Globalization;
using System.Text.RegularExpressions;

namespace Scraper.Sources.InternetArchive;

/// <summary>Reads running times as uploaders type them. What could mean two things is read as nothing.</summary>
internal static partial class ArchiveRuntime
{
    // A bare number this large can only be seconds; a smaller one may be minutes as well.
    private const double LeastBareSeconds = 600;

    // "1:30" may be an hour and a half or ninety seconds; from five on nobody means hours.
    private const int LeastMinutesOfTwoParts = 5;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>The "runtime" of an item: "1:12:33", "72 min", "1 hr 12 min", "4351".</summary>
    public static TimeSpan? Read(string? text) => Plausible(text switch
    {
        null => null,
        _ when Clock().Match(text) is { Success: true } clock => ReadClock(clock),
        _ when Units().Match(text) is { Success: true } units && units.Value.Any(char.IsAsciiDigit) => ReadUnits(units),
        _ when Seconds(text) is >= LeastBareSeconds and var seconds => TimeSpan.FromSeconds(seconds),
        _ => null,
    });

    private static TimeSpan? Plausible(TimeSpan? time) => time > TimeSpan.FromSeconds(1) && time <= Longest ? time : null;

    private static double? Seconds(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= Longest.TotalSeconds
            ? seconds
            : null;

    private static TimeSpan? ReadClock(Match clock)
    {
        var first = Part(clock, "first");
        var second = Part(clock, "second");
        if (!clock.Groups["third"].Success)
        {
            return first >= LeastMinutesOfTwoParts ? TimeSpan.FromMinutes(first) + TimeSpan.FromSeconds(second) : null;
        }

        return second < 60
            ? TimeSpan.FromHours(first) + TimeSpan.FromMinutes(second) + TimeSpan.FromSeconds(Part(clock, "third"))
            : null;
    }

    private static TimeSpan ReadUnits(Match units) =>
        TimeSpan.FromHours(Part(units, "hours")) + TimeSpan.FromMinutes(Part(units, "minutes"))
        + TimeSpan.FromSeconds(Part(units, "seconds"));

    private static int Part(Match match, string group) => match.Groups[group] is { Success: true } part
        ? int.Parse(part.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
        : 0;

    [GeneratedRegex(
        @"^\s*(?<first>[0-9]{1,3}):(?<second>[0-9]{2})(?::(?<third>[0-5][0-9]))?(?:[.,][0-9]+)?\s*$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Clock();

    [GeneratedRegex(
        @"^\s*(?:(?:approx\.?|about|ca?\.|~)\s*)?"
        + @"(?:(?<hours>[0-9]{1,2})\s*(?:hours?|hrs?\.?|h)[\s,.]*(?:and\s+)?)?"
        + @"(?:(?<minutes>[0-9]{1,4})\s*(?:minutes?|mins?|m|')[\s,.]*(?:and\s+)?)?"
        + @"(?:(?<seconds>[0-9]{1,5})\s*(?:seconds?|secs?|s|""|''))?[\s.]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Units();
}
