using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Scraper.Sources.Rutube;

/// <summary>What Rutube calls a card.</summary>
internal enum RutubeCardKind
{
    Unknown,
    Movie,
    Show,
}

/// <summary>A card of a film or series (metainfo/tv): the only place where Rutube itself says what is a film.</summary>
internal sealed partial record RutubeCard(RutubeCardKind Kind, StatedFacts Facts)
{
    public const int MovieType = 1;

    private const int MaxNameLength = 500;

    public string? Description { get; init; }

    public string? PosterUrl { get; init; }

    public int? AgeRating { get; init; }

    /// <param name="lastYear">The latest year a film can be of.</param>
    /// <exception cref="SourceException">It is no card; the message names the field.</exception>
    public static RutubeCard Read(JsonElement root, Uri url, int lastYear)
    {
        var name = root.Text("name") is { Length: <= MaxNameLength } text ? text : throw new SourceException(
            SourceFailure.Contract,
            $"{url} is not the card that Rutube's API promises: the field \"name\" is {root.Describe("name")}. "
            + "The source has changed.");
        var parts = NameParts().Match(name);
        var second = parts.Groups["original"];
        return new RutubeCard(KindOf(root), new StatedFacts
        {
            Title = parts.Groups["title"].Value,
            OriginalTitle = root.Text("original_title") ?? (second.Success ? second.Value : null),
            Year = YearIn(parts.Groups["year"], lastYear)
                ?? root.SmallNumber("year_start", RutubeFields.FirstYear, lastYear),
            Genres = Names(root, "genres"),
            Countries = Names(root, "countries"),
        })
        {
            Description = root.Text("description"),
            PosterUrl = WebAddress.Secure(
                root.Text("vertical_poster_url") ?? root.Text("poster_url") ?? root.Text("picture")),
            AgeRating = RutubeFields.ReadAge(root, "age"),
        };
    }

    private static int? YearIn(Group written, int lastYear) =>
        written.Success && int.Parse(written.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) is var year
        && year <= lastYear
            ? year
            : null;

    private static RutubeCardKind KindOf(JsonElement root) => RutubeFields.Type(root) switch
    {
        MovieType => RutubeCardKind.Movie,
        2 or 3 => RutubeCardKind.Show,
        _ => RutubeCardKind.Unknown,
    };

    private static IReadOnlyList<string> Names(JsonElement root, string field) =>
    [
        .. root.Items(field)
            .Select(item => item.ValueKind == JsonValueKind.Object ? item.Text("name") : item.AsText()?.Trim())
            .OfType<string>()
            .Where(name => name.Length > 0),
    ];

    // "Ларри Краун /Larry Crowne (2011)": the second title only where it holds no Cyrillic letter.
    [GeneratedRegex(
        @"^(?<title>.+?)(?:\s*/\s*(?<original>[^/\p{IsCyrillic}]*[A-Za-z][^/\p{IsCyrillic}]*?))?"
        + @"(?:\s*\((?<year>(?:18|19|20)[0-9]{2})\))?\s*$",
        RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NameParts();
}
