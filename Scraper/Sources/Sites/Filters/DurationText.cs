using System.Globalization;
using System.Text.RegularExpressions;

namespace Scraper.Sources.Sites.Filters;

/// <summary>Reads running times: PT1H52M, «1 ч 52 мин», 1:52:10, "112 min". Gives whole seconds.</summary>
internal static partial class DurationText
{
    // A bare number this large can only be seconds; a smaller one may be minutes as well.
    private const int LeastBareSeconds = 600;

    private const int DaySeconds = 24 * 60 * 60;

    /// <param name="bareUnit">"s" or "min": what a number without a unit counts; null when the definition does not say.</param>
    public static string? Read(string text, string? bareUnit)
    {
        var time = Blanks.Collapse(text).ToLowerInvariant();
        var seconds = Iso().Match(time) is { Success: true } iso && time.Any(char.IsAsciiDigit) ? Sum(iso)
            : Clock().Match(time) is { Success: true } clock ? Sum(clock)
            : Units().Match(time) is { Success: true } units && time.Any(char.IsAsciiDigit) ? Sum(units)
            : Bare(time, bareUnit);
        return seconds is > 0 and <= DaySeconds ? ((int)seconds).ToString(CultureInfo.InvariantCulture) : null;
    }

    private static double? Bare(string time, string? unit) =>
        !double.TryParse(time, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? null
        : unit == "min" ? number * 60
        : unit == "s" || number >= LeastBareSeconds ? number
        : null;

    private static double Sum(Match match) =>
        (Part(match, "h") * 3600) + (Part(match, "m") * 60) + Part(match, "s");

    private static double Part(Match match, string group) => match.Groups[group] is { Success: true } part
        ? double.Parse(part.ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
        : 0;

    [GeneratedRegex(
        @"^p(?:0+d)?t(?:(?<h>[0-9]{1,2})h)?(?:(?<m>[0-9]{1,4})m)?(?:(?<s>[0-9]{1,6}(?:\.[0-9]{1,3})?)s)?$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Iso();

    // Two parts are minutes and seconds, as players write them.
    [GeneratedRegex(
        @"^(?:(?<h>[0-9]{1,2}):)?(?<m>[0-9]{1,3}):(?<s>[0-5][0-9])$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Clock();

    [GeneratedRegex(
        @"^(?:~|≈|около |about )?"
        + @"(?:(?<h>[0-9]{1,2}) ?(?:часов|часа|час|ч|hours?|hrs?|h)\.?,? ?(?:и |and )?)?"
        + @"(?:(?<m>[0-9]{1,4}) ?(?:минуты|минута|минут|мин|м|minutes?|mins?|m|['′])\.?,? ?(?:и |and )?)?"
        + @"(?:(?<s>[0-9]{1,5}) ?(?:секунды|секунда|секунд|сек|с|seconds?|secs?|s|[""″])\.?)?$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Units();
}
