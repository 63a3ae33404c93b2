using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Scraper.Sources;

/// <summary>Reads how long something plays, as programs write it: "1091.96" seconds, "18:11", "1:21:02", "PT1H21M2S".</summary>
internal static partial class PlayTime
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>More than a second and at most a day; null for all else.</summary>
    public static TimeSpan? Read(string? text) => text?.Trim() switch
    {
        null or "" => null,
        var written when Clock().Match(written) is { Success: true } clock => Plausible(ReadClock(clock)),
        ['P' or 'p', ..] and var written => Plausible(ReadPeriod(written)),
        var written => Plausible(ReadSeconds(written)),
    };

    private static TimeSpan? Plausible(TimeSpan? time) => time > TimeSpan.FromSeconds(1) && time <= Longest ? time : null;

    private static TimeSpan ReadClock(Match clock) =>
        TimeSpan.FromHours(Part(clock, "hours")) + TimeSpan.FromMinutes(Part(clock, "minutes"))
        + TimeSpan.FromSeconds(Part(clock, "seconds"));

    private static int Part(Match clock, string group) => clock.Groups[group] is { Success: true } part
        ? int.Parse(part.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
        : 0;

    private static TimeSpan? ReadSeconds(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= Longest.TotalSeconds
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private static TimeSpan? ReadPeriod(string text)
    {
        try
        {
            return XmlConvert.ToTimeSpan(text.ToUpperInvariant());
        }
        catch (Exception unreadable) when (unreadable is FormatException or OverflowException)
        {
            return null;
        }
    }

    [GeneratedRegex(
        @"^(?:(?<hours>[0-9]{1,2}):(?<minutes>[0-5]?[0-9])|(?<minutes>[0-9]{1,4})):(?<seconds>[0-5]?[0-9])(?:[.,][0-9]+)?\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Clock();
}
