namespace Scraper.Normalizing;

/// <summary>What a raw title says. What it does not say stays null.</summary>
internal sealed record TitleReading
{
    /// <summary>The film's title, cleaned; empty when the raw title names none.</summary>
    public required string Title { get; init; }

    /// <summary>The first title in another language beside it.</summary>
    public string? OriginalTitle { get; init; }

    public IReadOnlyList<string> AlternativeTitles { get; init; } = [];

    public int? Year { get; init; }

    public int? Season { get; init; }

    public int? Episode { get; init; }

    public string? Quality { get; init; }

    public IReadOnlyList<string> Genres { get; init; } = [];

    public IReadOnlyList<string> Countries { get; init; } = [];

    public IReadOnlyList<string> Directors { get; init; } = [];

    /// <summary>The rules that fired, in the order in which they were tried.</summary>
    public IReadOnlyList<FiredRule> Rules { get; init; } = [];
}
