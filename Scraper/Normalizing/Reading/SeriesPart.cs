using Scraper.Normalizing.Scanning;

namespace Scraper.Normalizing.Reading;

/// <summary>
/// "Quiet Shore, Part Eight | ORIGINAL SERIES": in a series a part is an episode; in a film it is the title's.
/// </summary>
internal static class SeriesPart
{
    public static Marker? At(TitleScan scan, Span title)
    {
        var last = title.To - 1;
        if (!scan.HasRule("kind.series") || scan.Found.Episode is not null || title.Length < 3
            || scan.KeyAt(last - 1) is not ("part" or "часть")
            || NumberWords.Cardinal(scan.KeyAt(last)) is not { } number)
        {
            return null;
        }

        return new Marker("episode.part-of-series", new Span(last - 1, title.To), null, number);
    }
}
