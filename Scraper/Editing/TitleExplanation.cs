using Scraper.Sources;

namespace Scraper.Editing;

/// <summary>How one raw title is read: what <c>scraper title</c> prints.</summary>
/// <param name="Schema">Version of this shape.</param>
/// <param name="Raw">The title as given.</param>
/// <param name="Confidence">0 to 1, for the kind.</param>
/// <param name="Rules">Every rule that fired and the piece it took: "year.bracket: (1983)".</param>
internal sealed record TitleExplanation(
    int Schema,
    string Raw,
    VideoKind Kind,
    string? Title,
    string? OriginalTitle,
    int? Year,
    int? Season,
    int? Episode,
    double Confidence,
    IReadOnlyList<string> Rules);
