using System.Globalization;

namespace Scraper.Editing.Reviews;

/// <summary>Names one of two kinds of doubt: "v12", an upload that may be a film; "m7", an upload whose film is unsure.</summary>
internal sealed record ReviewId(ReviewKind Kind, int Number)
{
    private const char UploadMark = 'v';
    private const char MatchMark = 'm';

    /// <exception cref="UsageException">It is neither.</exception>
    public static ReviewId Parse(string text)
    {
        var trimmed = text.Trim();
        var number = trimmed.Length > 1
            && int.TryParse(trimmed.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
        return (trimmed.Length > 0 ? char.ToLowerInvariant(trimmed[0]) : ' ', number) switch
        {
            (UploadMark, > 0) => new ReviewId(ReviewKind.Upload, number),
            (MatchMark, > 0) => new ReviewId(ReviewKind.Match, number),
            _ => throw new UsageException(
                $"\"{text}\" is no number of a review. They look like v12 or m7; see \"scraper review list\"."),
        };
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{(Kind == ReviewKind.Upload ? UploadMark : MatchMark)}{Number}");
}

internal enum ReviewKind
{
    /// <summary>Is this upload a film? Asked by the Scraper.</summary>
    Upload,

    /// <summary>Which film is this upload of? Asked by Metadata.</summary>
    Match,
}
