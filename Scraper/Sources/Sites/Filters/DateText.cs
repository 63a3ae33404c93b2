using System.Globalization;

namespace Scraper.Sources.Sites.Filters;

/// <summary>Reads dates written in digits, and writes every date alike: 2021-03-05, with a time 2021-03-05T14:30:00Z.
/// A time without a zone is taken for UTC.</summary>
internal static class DateText
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    private static readonly DateTimeOffset Probe = new(2021, 3, 5, 14, 30, 0, TimeSpan.Zero);

    private static readonly string[] Iso =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM", "yyyy", "r",
    ];

    public static string? ReadIso(string text) => Exact(text, Iso);

    public static string? ReadAs(string text, string form) => Exact(text, [form]);

    /// <summary>Whether dates can be written and read back in this form.</summary>
    public static bool IsForm(string form)
    {
        try
        {
            return form.Length > 1 && form.Contains('y', StringComparison.Ordinal)
                && ReadAs(Probe.ToString(form, CultureInfo.InvariantCulture), form) is not null;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    public static string Write(DateTimeOffset moment) => moment.TimeOfDay == TimeSpan.Zero
        ? moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string? Exact(string text, string[] forms) =>
        DateTimeOffset.TryParseExact(Blanks.Collapse(text), forms, CultureInfo.InvariantCulture, Utc, out var moment)
            ? Write(moment)
            : null;
}
