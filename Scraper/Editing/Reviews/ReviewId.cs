using System.Globalization;

namespace Scraper.Editing.Reviews;

/// <summary>Names a doubt: "v12", an upload that may be a film; "m7", an upload whose film is unsure; "p3", an upload that
/// visitors say is of another film.</summary>
internal sealed record ReviewId(ReviewKind Kind, int Number)
{
    private const char UploadMark = 'v';
    private const char MatchMark = 'm';
    private const char ReportMark = 'p';

    /// <exception cref="UsageException">It is none of them.</exception>
    public static ReviewId Parse(string text)
    {
        var trimmed = text.Trim();
        var number = trimmed.Length > 1
            && int.TryParse(trimmed.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
        return (trimmed.Length > 0 ? char.ToLowerInvariant(trimmed[0]) : ' ', number) switch
        {
            (UploadMark, > 0) => new ReviewId(ReviewKind.Upload, number),
            (MatchMark, > 0) => new ReviewId(ReviewKind.Match, number),
            (ReportMark, > 0) => new ReviewId(ReviewKind.Report, number),
            _ => throw new UsageException(
                $"\"{text}\" is no number of a review. They look like v12, m7 or p3; see \"scraper review list\"."),
        };
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Mark}{Number}");

    private char Mark => Kind switch
    {
        ReviewKind.Upload => UploadMark,
        ReviewKind.Match => MatchMark,
        _ => ReportMark,
    };
}

internal enum ReviewKind
{
    /// <summary>Is this upload a film? Asked by the Scraper.</summary>
    Upload,

    /// <summary>Which film is this upload of? Asked by Metadata.</summary>
    Match,

    /// <summary>Is this upload of another film? Asked by visitors.</summary>
    Report,
}
