using System.Globalization;
using System.Text.RegularExpressions;

namespace Scraper.Tests.Normalizing.Generated;

/// <summary>Fills the placeholders of a decoration with a film and random facts. The same seed, the same titles.</summary>
internal sealed partial class TitleFiller(CatalogueFilms films, int seed)
{
    private static readonly Dictionary<string, string[]> Picks = new(StringComparer.Ordinal)
    {
        ["c"] = ["США", "Россия", "СССР", "Франция", "Германия", "Италия", "Великобритания", "Япония"],
        ["c.en"] = ["USA", "France", "Germany", "Italy", "UK", "Japan"],
        ["g"] = ["драма", "комедия", "триллер", "боевик", "ужасы", "фантастика", "детектив", "мелодрама"],
        ["j"] = ["千と千尋の神隠し", "七人の侍", "乱", "となりのトトロ", "기생충", "올드보이", "霸王別姬"],
    };

    public IEnumerable<GeneratedTitle> Titles(Decoration decoration, int count)
    {
        var random = new Random(HashCode(decoration.Template) ^ seed);
        for (var i = 0; i < count; i++)
        {
            yield return Title(decoration, random);
        }
    }

    private GeneratedTitle Title(Decoration decoration, Random random)
    {
        var facts = Facts(decoration, random);
        var year = decoration.Template.Contains("<y>", StringComparison.Ordinal) && decoration.Kind != "Other";

        return new GeneratedTitle(
            decoration.Pattern,
            Fill(decoration.Template, facts),
            decoration.Kind,
            Fill(decoration.Title, facts),
            Fill(decoration.Original, facts),
            year ? TsvTable.Number(facts["y"]) : null,
            Counted(decoration, facts, "s"),
            Counted(decoration, facts, "e"),
            Length(decoration, random));
    }

    private Dictionary<string, string> Facts(Decoration decoration, Random random)
    {
        var title = films.Title(Language(decoration), decoration.Names, random);
        var people = decoration.Language == "en" ? "en" : "ru";
        var year = random.Next(1925, 2025);
        var season = random.Next(1, 12);
        var episode = random.Next(1, 40);

        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["t"] = title,
            ["o"] = films.Title("en", "plain", random),
            ["o2"] = films.Title("en", "plain", random),
            ["alt"] = films.Title(title.Any(char.IsAsciiLetter) ? "en" : "ru", "plain", random),
            ["a"] = films.Person(people, random),
            ["b"] = films.Person(people, random),
            ["d"] = films.Person(people, random),
            ["y"] = Text(year),
            ["y2"] = Text(year + random.Next(1, 2026 - year)),
            ["s"] = Text(season),
            ["e"] = Text(episode),
            ["s2"] = season.ToString("00", CultureInfo.InvariantCulture),
            ["e2"] = episode.ToString("00", CultureInfo.InvariantCulture),
            ["q"] = string.Create(
                CultureInfo.InvariantCulture,
                $"{random.Next(1, 29):00}.{random.Next(1, 13):00}.{random.Next(2005, 2026)}"),
            ["c"] = Pick(decoration.Language == "en" ? "c.en" : "c", random),
            ["g"] = Pick("g", random),
            ["j"] = Pick("j", random),
        };
    }

    private static string Language(Decoration decoration) =>
        decoration.Names is "" or "plain" or "whole" or "word" ? decoration.Language : "any";

    private static string Fill(string template, Dictionary<string, string> facts) => Placeholder().Replace(
        template, match => TitleShapes.Apply(match.Groups["shape"].Value, facts[match.Groups["name"].Value]));

    private static int? Counted(Decoration decoration, Dictionary<string, string> facts, string name)
    {
        var isThere = decoration.Template.Contains($"<{name}>", StringComparison.Ordinal)
            || decoration.Template.Contains($"<{name}2>", StringComparison.Ordinal);

        return isThere ? TsvTable.Number(facts[name]) : null;
    }

    private static TimeSpan Length(Decoration decoration, Random random) => TimeSpan.FromMinutes(decoration switch
    {
        { Kind: "Film", Template: var t } when t.Contains("к/м") || t.Contains("короткометражка") => random.Next(5, 30),
        { Kind: "Film" } => random.Next(68, 170),
        { Kind: "Episode" } => random.Next(20, 60),
        { Kind: "Trailer" } => random.Next(1, 4),
        { Pattern: > 90 and < 99 } => random.Next(10, 90),
        _ => random.Next(2, 30),
    });

    private static string Pick(string list, Random random) => Picks[list][random.Next(Picks[list].Length)];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The runtime's own hash of a string differs from run to run.</summary>
    private static int HashCode(string text) => text.Aggregate(17, (hash, c) => unchecked((hash * 31) + c));

    [GeneratedRegex("<(?<name>[a-z]+2?)(:(?<shape>[a-z]+))?>", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();
}
