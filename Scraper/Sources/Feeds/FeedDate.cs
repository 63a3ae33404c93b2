using System.Globalization;
using System.Text.RegularExpressions;

namespace Scraper.Sources.Feeds;

/// <summary>Reads the times of feeds, which keep RFC 822 and RFC 3339 loosely. A time without a zone is read as UTC.</summary>
internal static partial class FeedDate
{
    private static readonly DateTimeOffset Earliest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Months =
        ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    private static readonly Dictionary<string, int> HoursOfZone = new(StringComparer.OrdinalIgnoreCase)
    {
        ["EST"] = -5,
        ["EDT"] = -4,
        ["CST"] = -6,
        ["CDT"] = -5,
        ["MST"] = -7,
        ["MDT"] = -6,
        ["PST"] = -8,
        ["PDT"] = -7,
        ["CET"] = 1,
        ["CEST"] = 2,
        ["EET"] = 2,
        ["EEST"] = 3,
        ["MSK"] = 3,
    };

    public static DateTimeOffset? Read(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var match = Ordered().Match(text) is { Success: true } ordered ? ordered : Mail().Match(text);
        return match.Success && Moment(match) is { } moment && moment >= Earliest && moment < Latest ? moment : null;
    }

    private static DateTimeOffset? Moment(Match match)
    {
        var (month, year) = (Month(match.Groups["month"].Value), Number(match, "year"));
        if (match.Groups["year"].Length == 2)
        {
            // As in mail of that age.
            year += year < 50 ? 2000 : 1900;
        }

        var (day, hour) = (Number(match, "day"), Number(match, "hour"));
        if (month is < 1 or > 12 || year < 1 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23)
        {
            return null;
        }

        // A second that was put in between has the number 60.
        var seconds = Math.Min(Number(match, "second"), 59);
        var local = new DateTime(year, month, day, hour, Number(match, "minute"), seconds, DateTimeKind.Unspecified);
        return new DateTimeOffset(local - Zone(match), TimeSpan.Zero);
    }

    private static int Month(string text) => char.IsAsciiDigit(text[0])
        ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)
        : Array.IndexOf(Months, text[..3].ToUpperInvariant()) + 1;

    private static int Number(Match match, string group) => match.Groups[group] is { Success: true } part
        ? int.Parse(part.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
        : 0;

    private static TimeSpan Zone(Match match)
    {
        if (!match.Groups["sign"].Success)
        {
            return TimeSpan.FromHours(HoursOfZone.GetValueOrDefault(match.Groups["zone"].Value));
        }

        var ahead = new TimeSpan(Number(match, "zoneHours"), Number(match, "zoneMinutes"), 0);
        return match.Groups["sign"].Value == "-" ? -ahead : ahead;
    }

    private const string Time = @"(?<hour>[0-9]{1,2}):(?<minute>[0-5][0-9])(?::(?<second>[0-5][0-9]|60)(?:[.,][0-9]{1,12})?)?";

    private const string Offset =
        @"\s*(?:(?<zone>[A-Za-z]{1,5})|(?:GMT|UTC)?(?<sign>[+-])(?<zoneHours>[01][0-9]):?(?<zoneMinutes>[0-5][0-9])?)?"
        + @"(?:\s*\([^()]{0,40}\))?\s*\z";

    // 2024-04-13T16:08:34+03:00
    [GeneratedRegex(
        @"^\s*(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})(?:[Tt\s]\s*" + Time + ")?" + Offset,
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Ordered();

    // Sat, 13 Apr 2024 16:08:34 +0300
    [GeneratedRegex(
        @"^\s*(?:\p{L}{2,12}\.?,?\s+)?(?<day>[0-9]{1,2})[\s-]+(?<month>[A-Za-z]{3,9})\.?[\s-]+(?<year>[0-9]{4}|[0-9]{2}),?\s+"
        + Time + Offset,
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Mail();
}
