using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Scraper.Sources.InternetArchive;

/// <summary>Reads the year of the film. The Archive keeps what the uploader typed: "year" usually is the film's, and
/// "date" may be the film's or the upload's.</summary>
internal static partial class ArchiveYear
{
    private const int FirstYear = 1888;

    public static int? Read(JsonElement item, DateTimeOffset? published, int lastYear) =>
        First(item.TextOrNumber("year"), lastYear)
        ?? (First(item.TextOrNumber("date"), lastYear) is { } dated && dated < (published?.Year ?? lastYear) ? dated : null);

    private static int? First(string? text, int lastYear) =>
        text is not null && LeadingYear().Match(text) is { Success: true } match
        && int.Parse(match.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) is var year
        && year >= FirstYear && year <= lastYear
            ? year
            : null;

    private static string? TextOrNumber(this JsonElement item, string field) =>
        item.Texts(field) is [var first, ..] ? first : item.Number(field)?.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*(?<year>[0-9]{4})(?:[^0-9]|$)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex LeadingYear();
}
