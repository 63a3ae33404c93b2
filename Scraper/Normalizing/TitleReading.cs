namespace Scraper.Normalizing;

/// <summary>What a raw title says. What it does not say stays null.</summary>
internal sealed record TitleReading
{
    /// <summary>The film's title, cleaned; empty when the raw title names none.</summary>
    public required string Title { get; init; }
}
