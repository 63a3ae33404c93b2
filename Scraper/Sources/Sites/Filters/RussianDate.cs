using System.Globalization;
using System.Text.RegularExpressions;

namespace Scraper.Sources.Sites.Filters;

/// <summary>Reads dates as Russian sites write them: «5 марта 2021», «5 мар. 2021, 14:30», «март 2021», «5 марта»,
/// «сегодня в 14:30», «вчера», «сейчас», and what <see cref="RelativeDate"/> reads.</summary>
internal static partial class RussianDate
{
    private static readonly string[] Months =
    [
        "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
    ];

    public static string? Read(string text, DateTimeOffset now)
    {
        var date = Blanks.Collapse(text).ToLowerInvariant().Replace('ё', 'е');
        return ReadDay(date, now) ?? ReadCalendar(date, now) ?? RelativeDate.Read(date, now);
    }

    private static string? ReadDay(string date, DateTimeOffset now)
    {
        if (Day().Match(date) is not { Success: true } match)
        {
            return null;
        }

        var back = match.Groups["day"].Value switch { "вчера" => 1, "позавчера" => 2, _ => 0 };
        return match.Groups["day"].Value is "сейчас" or "только что"
            ? DateText.Write(now)
            : At(new DateTimeOffset(now.UtcDateTime.Date.AddDays(-back), TimeSpan.Zero), match);
    }

    private static string? ReadCalendar(string date, DateTimeOffset now)
    {
        if (Calendar().Match(date) is not { Success: true } match || MonthOf(match.Groups["month"].Value) is not { } month)
        {
            return null;
        }

        var day = match.Groups["day"].Success ? Number(match, "day") : 1;
        var hasYear = match.Groups["year"].Success;
        // A day without a year is the last one of that name.
        var year = hasYear ? Number(match, "year") : now.Year;
        if ((!hasYear && !match.Groups["day"].Success) || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        var found = new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero);
        return At(!hasYear && found > now ? found.AddYears(-1) : found, match);
    }

    private static int? MonthOf(string name)
    {
        // март, марта, марте, мар; the ending follows the stem or stands in its last letter's place.
        var index = Array.FindIndex(Months, month => month.StartsWith(name, StringComparison.Ordinal)
            || (name[^1] is 'а' or 'я' or 'е' && (name[..^1] == month || name[..^1] == month[..^1])));
        return index < 0 ? null : index + 1;
    }

    private static string? At(DateTimeOffset day, Match match)
    {
        if (!match.Groups["hour"].Success)
        {
            return DateText.Write(day);
        }

        var (hour, minute) = (Number(match, "hour"), Number(match, "minute"));
        return hour < 24 && minute < 60 ? DateText.Write(day.AddHours(hour).AddMinutes(minute)) : null;
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<day>сегодня|вчера|позавчера|сейчас|только что)(?:,? (?:в )?(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2}))?$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Day();

    [GeneratedRegex(
        @"^(?:(?<day>[0-9]{1,2}) )?(?<month>[а-я]{3,8})\.?(?:,? (?<year>[12][0-9]{3})(?: ?г(?:\.|ода)?)?)?"
        + @"(?:,? (?:в )?(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2}))?$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Calendar();
}
