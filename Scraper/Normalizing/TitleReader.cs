namespace Scraper.Normalizing;

/// <summary>Reads a raw title: who decorated it how, and what is left as the film's name.</summary>
internal static class TitleReader
{
    public static TitleReading Read(string rawTitle, int currentYear) => new() { Title = rawTitle.Trim() };
}
