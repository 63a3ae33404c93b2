using Scraper.Normalizing.Scanning;
using Scraper.Sources;

namespace Scraper.Normalizing;

/// <summary>An upload as we understand it, before judgement. What the title does not say stays null.</summary>
internal sealed record MovieDraft
{
    public required RawVideo Raw { get; init; }

    /// <summary>The raw title, cleaned and cut; nothing of it is claimed.</summary>
    public required TitleScan Scan { get; init; }

    /// <summary>The film's title, cleaned; empty when the raw title names none.</summary>
    public required string Title { get; init; }

    /// <summary>The first title in another language beside it.</summary>
    public string? OriginalTitle { get; init; }

    public IReadOnlyList<string> AlternativeTitles { get; init; } = [];

    public int? Year { get; init; }

    public int? Season { get; init; }

    public int? Episode { get; init; }

    /// <summary>"1080p", "BDRip"…</summary>
    public string? Quality { get; init; }

    public IReadOnlyList<string> Genres { get; init; } = [];

    public IReadOnlyList<string> Countries { get; init; } = [];

    public IReadOnlyList<string> Directors { get; init; } = [];

    public string? Description { get; init; }

    /// <summary>The rules that fired, in order, for "scraper title".</summary>
    public IReadOnlyList<FiredRule> Rules { get; init; } = [];

    public bool HasRule(string name)
    {
        // By index: asked for every row of the evidence, an enumerator each time would be most of what is allocated.
        for (var at = 0; at < Rules.Count; at++)
        {
            if (Rules[at].Name == name)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a rule of a family fired: "kind.", "episode."…</summary>
    public bool HasRuleOf(string family) => Rules.Any(rule => rule.Name.StartsWith(family, StringComparison.Ordinal));
}

/// <summary>One rule and what it found.</summary>
/// <param name="Name">Stable name: "year.bracket", "kind.trailer-word"…</param>
/// <param name="Found">The piece of the title it took.</param>
internal sealed record FiredRule(string Name, string Found);
