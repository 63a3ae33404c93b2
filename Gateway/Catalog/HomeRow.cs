using System.Globalization;
using Metadata.Client;

namespace Gateway.Catalog;

/// <summary>A row to ask Metadata for.</summary>
internal sealed record HomeRow(string Key, string Title, string Query)
{
    public static readonly IReadOnlyList<HomeRow> Fixed =
    [
        new("new", "Новинки", "sort=new"),
        new("popular", "Популярное", "sort=popular"),
        new("shorts", "Короткометражки", "durationTo=40"),
    ];

    /// <summary>Beginnings of keys in the order of <see cref="InOrder"/>.</summary>
    private static readonly string[] Order = ["new", "popular", "genre:", "shorts", "decade:", "source:"];

    private const int Genres = 5;
    private const int Decades = 3;
    private const int FewestFilms = 6;

    private static readonly Dictionary<string, string> GenreTitles = new(StringComparer.Ordinal)
    {
        ["биография"] = "Биографии",
        ["боевик"] = "Боевики",
        ["вестерн"] = "Вестерны",
        ["военный"] = "Военное кино",
        ["детектив"] = "Детективы",
        ["документальный"] = "Документальное кино",
        ["драма"] = "Драмы",
        ["исторический"] = "Историческое кино",
        ["комедия"] = "Комедии",
        ["криминал"] = "Криминальное кино",
        ["мелодрама"] = "Мелодрамы",
        ["мультфильм"] = "Мультфильмы",
        ["мюзикл"] = "Мюзиклы",
        ["нуар"] = "Нуар",
        ["приключения"] = "Приключения",
        ["семейный"] = "Для всей семьи",
        ["триллер"] = "Триллеры",
        ["ужасы"] = "Фильмы ужасов",
        ["фантастика"] = "Фантастика",
        ["фэнтези"] = "Фэнтези",
        ["экспериментальный"] = "Экспериментальное кино",
    };

    private static readonly Dictionary<string, string> SourceTitles = new(StringComparer.Ordinal)
    {
        ["rutube"] = "На Rutube",
        ["archive"] = "Из Архива Интернета",
    };

    /// <summary>The rows that depend on what there is: the genres with most films, the richest decades in order of
    /// time, and the sources when there is a choice. Rows of a handful of films would look poor.</summary>
    public static IReadOnlyList<HomeRow> From(Facets facets) =>
    [
        .. Richest(facets.Genres, Genres).Select(genre => new HomeRow(
            $"genre:{genre.Name}", GenreTitles.GetValueOrDefault(genre.Name) ?? Capitalized(genre.Name),
            $"genre={Uri.EscapeDataString(genre.Name)}")),
        .. from decade in Richest(facets.Decades, Decades)
           let year = Year(decade)
           where year is not null
           orderby year
           select new HomeRow($"decade:{year}", $"{year}-е", $"yearFrom={year}&yearTo={year + 9}"),
        .. from source in facets.Sources.Count > 1 ? Richest(facets.Sources, facets.Sources.Count) : []
           select new HomeRow(
               $"source:{source.Name}", SourceTitles.GetValueOrDefault(source.Name) ?? Capitalized(source.Name),
               $"source={Uri.EscapeDataString(source.Name)}"),
    ];

    /// <summary>Newest and most watched first, then genres, shorts, decades, sources; within a kind as given.</summary>
    public static IEnumerable<HomeRow> InOrder(IEnumerable<HomeRow> rows) =>
        rows.OrderBy(row => Array.FindIndex(Order, start => row.Key.StartsWith(start, StringComparison.Ordinal)));

    private static int? Year(FacetCount decade) =>
        int.TryParse(decade.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    private static IEnumerable<FacetCount> Richest(IEnumerable<FacetCount> facet, int count) =>
        facet.Where(value => value.Count >= FewestFilms)
            .OrderByDescending(value => value.Count)
            .ThenBy(value => value.Name, StringComparer.Ordinal)
            .Take(count);

    private static string Capitalized(string name) => string.Concat(name[..1].ToUpperInvariant(), name.AsSpan(1));
}
