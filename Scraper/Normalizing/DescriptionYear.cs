using System.Globalization;
using System.Text.RegularExpressions;
using Scraper.Normalizing.Reading;

namespace Scraper.Normalizing;

/// <summary>
/// A description names many years; only one behind a marker is the film's: «Год выпуска: 1979», "Year: 1999".
/// </summary>
internal static partial class DescriptionYear
{
    public static (int Year, string Text)? Find(string? description, int currentYear)
    {
        if (description is null || Marked().Match(description) is not { Success: true } match)
        {
            return null;
        }

        var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);

        return year >= YearReader.First && year <= currentYear + 1 ? (year, match.Value) : null;
    }

    [GeneratedRegex(
        @"\b(?:год(?: выпуска| выхода| производства| создания)?|year|release year|released)\s*[:：—–-]\s*(?<year>\d{4})\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Marked();
}
