using System.Globalization;
using System.Text.RegularExpressions;
using Scraper.Journal;

namespace Scraper.Sources.Files;

/// <summary>Reads the cells of one row, and remembers the first that cannot be read.</summary>
internal sealed partial class FileCells(FileRow row)
{
    private const int MaxNames = 50;

    private static readonly string[] Moments =
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>Names the column, the value and what was expected; null while all is well.</summary>
    public string? Problem { get; private set; } = row.Problem;

    public string? Text(string column, int maxLength)
    {
        var text = Single(column);
        return text is null || text.Length <= maxLength
            ? text
            : Refuse<string>(column, $"{text.Length} characters long", $"{maxLength} at most");
    }

    public string? Name(string column) => Single(column) is not { } text ? null
        : NamePattern().IsMatch(text) ? text
        : Refuse<string>(column, Quote(text), "small letters, digits and hyphens, 32 at most");

    public string? Url(string column) => Single(column) is not { } text ? null
        : text.Length <= WebAddress.MaxLength && Uri.TryCreate(text, UriKind.Absolute, out var url)
            && url is { Scheme: "http" or "https", UserInfo: "", Host.Length: > 0 } ? url.AbsoluteUri
        : Refuse<string>(column, Quote(text), "an address that begins with https:// or http://");

    public long? Number(string column, long least, long most) => Single(column) is not { } text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most ? number
        : Refuse<long?>(column, Quote(text), $"a whole number from {least} to {most}");

    public double? Score(string column) => Single(column) is not { } text ? null
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var score)
            && score is >= 0 and <= 10 ? score
        : Refuse<double?>(column, Quote(text), "a number from 0 to 10, with a point for the decimals");

    /// <summary>16 or "16+".</summary>
    public int? Age(string column) => Single(column) is not { } text ? null
        : int.TryParse(text.TrimEnd('+'), NumberStyles.None, CultureInfo.InvariantCulture, out var age)
            && age is 0 or 6 or 12 or 16 or 18 ? age
        : Refuse<int?>(column, Quote(text), "0, 6, 12, 16 or 18");

    public DateTimeOffset? Moment(string column) => Single(column) is not { } text ? null
        : DateTimeOffset.TryParseExact(
            text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment.ToUniversalTime()
        : Refuse<DateTimeOffset?>(column, Quote(text), "a date such as 2024-04-13 or 2024-04-13T16:08:34Z");

    public IReadOnlyList<string> Names(string column)
    {
        var names = row.Values.GetValueOrDefault(column) ?? [];
        return names.Count <= MaxNames ? names : Refuse<string[]>(column, $"{names.Count} values", $"{MaxNames} at most") ?? [];
    }

    public void Require(string column)
    {
        if (Single(column) is null)
        {
            Refuse<string>(column, "empty", "filled in every row");
        }
    }

    private string? Single(string column) =>
        row.Values.GetValueOrDefault(column) is [var value, ..] && StorableText.Of(value).Trim() is { Length: > 0 } text ? text : null;

    private T? Refuse<T>(string column, string found, string expected)
    {
        Problem ??= $"{column} is {found}, expected {expected}";
        return default;
    }

    private static string Quote(string text) => text.Length <= 100 ? $"\"{text}\"" : $"\"{text[..100]}…\"";

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{0,31}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NamePattern();
}
