using System.Globalization;
using System.Text.RegularExpressions;

namespace Scraper.Sources.Sites.Filters;

/// <summary>Reads how long ago something was, in Russian and English: «5 минут назад», «неделю назад», "3 days ago",
/// "yesterday". What counts in days or more gives the day alone.</summary>
internal static partial class RelativeDate
{
    private const int MaxCount = 10_000;

    public static string? Read(string text, DateTimeOffset now)
    {
        var date = Blanks.Collapse(text).ToLowerInvariant();
        if (date is "just now" or "только что" or "сейчас")
        {
            return DateText.Write(now);
        }

        if (date is "today" or "сегодня" or "yesterday" or "вчера")
        {
            return Day(now.AddDays(date is "today" or "сегодня" ? 0 : -1));
        }

        if (Ago().Match(date) is not { Success: true } match)
        {
            return null;
        }

        var count = match.Groups["count"] is { Success: true } counted
            ? int.Parse(counted.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            : 1;
        return count > MaxCount ? null : Back(now, count, match.Groups["unit"].Value);
    }

    private static string? Back(DateTimeOffset now, int count, string unit) => unit switch
    {
        _ when unit.StartsWith("сек", StringComparison.Ordinal) || unit.StartsWith("sec", StringComparison.Ordinal) =>
            DateText.Write(now.AddSeconds(-count)),
        _ when unit.StartsWith("мин", StringComparison.Ordinal) || unit.StartsWith("min", StringComparison.Ordinal) =>
            DateText.Write(now.AddMinutes(-count)),
        _ when unit.StartsWith("час", StringComparison.Ordinal) || unit.StartsWith("hour", StringComparison.Ordinal) =>
            DateText.Write(now.AddHours(-count)),
        _ when unit.StartsWith('д') || unit.StartsWith("day", StringComparison.Ordinal) => Day(now.AddDays(-count)),
        _ when unit.StartsWith("нед", StringComparison.Ordinal) || unit.StartsWith("week", StringComparison.Ordinal) =>
            Day(now.AddDays(-7 * count)),
        _ when unit.StartsWith("мес", StringComparison.Ordinal) || unit.StartsWith("month", StringComparison.Ordinal) =>
            Day(now.AddMonths(-count)),
        _ => count < now.Year ? Day(now.AddYears(-count)) : null,
    };

    private static string Day(DateTimeOffset moment) => DateText.Write(new DateTimeOffset(moment.UtcDateTime.Date, TimeSpan.Zero));

    [GeneratedRegex(
        @"^(?:около |about )?(?:(?:(?<count>[0-9]{1,5})|an?) )?"
        + @"(?<unit>секунд[уы]?|сек\.?|минут[уы]?|мин\.?|час(?:а|ов)?|день|дня|дней|недел[юиь]|месяц(?:а|ев)?|мес\.?|год(?:а)?|лет"
        + @"|seconds?|secs?|minutes?|mins?|hours?|days?|weeks?|months?|years?) (?:назад|ago)$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Ago();
}
