using System.Globalization;
using Scraper.Normalizing.Scanning;
using Scraper.Normalizing.Vocabulary;
using Scraper.Sources;

namespace Scraper.Normalizing;

/// <summary>
/// Works out from what a source said which film an upload shows. Pure; never throws on odd input. What the source
/// states in fields of their own wins over what its title says.
/// </summary>
internal static class MovieNormalizer
{
    public static MovieDraft Normalize(ScannedVideo video, int currentYear)
    {
        var raw = video.Raw;
        var reading = TitleReader.Read(video.Scan, currentYear);
        var stated = raw.Stated;
        var description = DescriptionText.Clean(raw.Description);
        var rules = new List<FiredRule>(reading.Rules);

        return new MovieDraft
        {
            Raw = raw,
            Scan = video.Scan,
            Title = Prefer("title", stated.Title, reading.Title, rules) ?? "",
            OriginalTitle = Prefer("original-title", stated.OriginalTitle, reading.OriginalTitle, rules),
            AlternativeTitles = [.. stated.AlternativeTitles.Union(reading.AlternativeTitles, StringComparer.OrdinalIgnoreCase)],
            Year = Year(stated, reading, description, currentYear, rules),
            Season = stated.Season ?? reading.Season,
            Episode = stated.Episode ?? reading.Episode,
            Quality = stated.Quality ?? reading.Quality,
            Genres = Genres(stated.Genres.Count > 0 ? stated.Genres : reading.Genres),
            Countries = Names(stated.Countries.Count > 0 ? stated.Countries : reading.Countries, Words.Countries),
            Directors = stated.Directors.Count > 0 ? stated.Directors : reading.Directors,
            Description = description,
            Rules = rules,
        };
    }

    private static string? Prefer(string field, string? stated, string? read, List<FiredRule> rules)
    {
        if (string.IsNullOrWhiteSpace(stated))
        {
            return read;
        }

        rules.Add(new FiredRule($"stated.{field}", stated.Trim()));

        return stated.Trim();
    }

    private static int? Year(
        StatedFacts stated, TitleReading reading, string? description, int currentYear, List<FiredRule> rules)
    {
        if (stated.Year is { } year)
        {
            rules.Add(new FiredRule("stated.year", year.ToString(CultureInfo.InvariantCulture)));

            return year;
        }

        if (reading.Year is not null || DescriptionYear.Find(description, currentYear) is not { } found)
        {
            return reading.Year;
        }

        rules.Add(new FiredRule("year.description", found.Text));

        return found.Year;
    }

    /// <summary>Only words of the table become genres; hosts put anything into that field.</summary>
    private static IReadOnlyList<string> Genres(IReadOnlyList<string> genres) =>
    [
        .. genres.Select(genre => Words.Genres.GetValueOrDefault(Key(genre)))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal),
    ];

    private static IReadOnlyList<string> Names(IReadOnlyList<string> names, IReadOnlyDictionary<string, string> table) =>
    [
        .. names.Select(name => table.GetValueOrDefault(Key(name), name.Trim()))
            .Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    private static string Key(string name) => name.Trim().ToLowerInvariant().Replace('ё', 'е');
}
