using Scraper.Sources;

namespace Scraper.Normalizing;

/// <summary>Works out from what a source said which film an upload shows. Pure; never throws on odd input.</summary>
internal static class MovieNormalizer
{
    public static MovieDraft Normalize(RawVideo raw, int currentYear)
    {
        var reading = TitleReader.Read(raw.Title, currentYear);

        return new MovieDraft { Raw = raw, Title = raw.Stated.Title ?? reading.Title, Year = raw.Stated.Year };
    }
}
