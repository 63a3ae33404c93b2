using Scraper.Normalizing.Cleaning;
using Scraper.Sources;

namespace Scraper.Normalizing.Scanning;

/// <summary>An upload with its title cleaned and cut, once for all who look at it: the reader, the classifier and the
/// uploads beside it.</summary>
/// <param name="Scan">Nothing of it is claimed.</param>
internal sealed record ScannedVideo(RawVideo Raw, TitleScan Scan)
{
    public static ScannedVideo Of(RawVideo raw) => new(raw, new TitleScan(TitleText.Clean(raw.Title)));
}
