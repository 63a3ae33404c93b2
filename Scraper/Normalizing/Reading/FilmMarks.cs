using Scraper.Normalizing.Scanning;

namespace Scraper.Normalizing.Reading;

/// <summary>
/// Whether anything in the title says "film": then a second alphabet beside it is its original title.
/// </summary>
internal static class FilmMarks
{
    private static readonly string[] Rules = ["year.", "kind.", "quality", "voice", "genre", "people."];

    public static bool Any(TitleScan scan) =>
        !scan.HasRule("episode.") && Array.Exists(Rules, rule => scan.HasRule(rule));
}
