using System.Globalization;
using System.Text.Json;

namespace Scraper.Sources.Rutube;

/// <summary>Rutube writes times without a zone, and means Moscow.</summary>
internal static class RutubeTime
{
    public static readonly TimeSpan Moscow = TimeSpan.FromHours(3);

    // Rutube began in 2006; what lies outside is no date.
    private static readonly DateTimeOffset Earliest = new(2006, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Formats =
        ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd"];

    /// <summary>A time as UTC; a number counts the seconds since 1970, which one description of the API shows.</summary>
    public static DateTimeOffset? Read(JsonElement item, string field)
    {
        var moment = item.Text(field) is { } text && !text.All(char.IsAsciiDigit)
            ? ReadText(text)
            : ReadUnix(item.Number(field));
        return moment >= Earliest && moment < Latest ? moment : null;
    }

    private static DateTimeOffset? ReadText(string text)
    {
        if (DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return new DateTimeOffset(local, Moscow).ToUniversalTime();
        }

        // With a zone it says itself what it means.
        return DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var zoned)
            ? zoned.ToUniversalTime()
            : null;
    }

    private static DateTimeOffset? ReadUnix(long? seconds) =>
        seconds is > 0 and < 4_102_444_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds.Value) : null;
}
