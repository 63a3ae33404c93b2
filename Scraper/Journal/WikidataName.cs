namespace Scraper.Journal;

/// <summary>What an item of Wikidata is called; kept, because the same genres, countries and people are met again.</summary>
internal sealed class WikidataName
{
    public const int MaxLength = 200;

    /// <summary>"Q130232".</summary>
    public required string ItemId { get; init; }

    public string? Russian { get; init; }

    public string? English { get; init; }

    public required DateTimeOffset ReadAt { get; init; }
}
