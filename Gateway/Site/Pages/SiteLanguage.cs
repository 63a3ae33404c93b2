using System.Globalization;

namespace Gateway.Site.Pages;

/// <summary>A language of the site and the words that stand in a page before any script has run; the site's own
/// dictionaries hold the same ones.</summary>
/// <param name="Code">As in html lang.</param>
/// <param name="Root">What its addresses begin with.</param>
internal sealed record SiteLanguage(string Code, string Root, string Locale)
{
    public const string SiteName = "OnlineCinema";

    public static readonly SiteLanguage Russian = new("ru", "", "ru_RU")
    {
        Description = "Открытый каталог полных фильмов: Rutube, Internet Archive и другие площадки на одном экране.",
        Home = "Кино, которое можно смотреть",
        Catalog = "Каталог",
        Search = "Поиск: «{0}»",
        Page = "страница {0}",
        About = "О проекте",
        Favourites = "Избранное",
        History = "История",
        NotFound = "Плёнка оборвалась",
        NoFilm = "Такого фильма нет",
        Gone = "Фильм удалён по запросу правообладателя",
        NewFilms = "Новые фильмы",
        From = "с {0}",
        To = "до {0}",
        MinutesFrom = "от {0} мин",
        MinutesTo = "до {0} мин",
        Minutes = "{0} мин",
        Hours = "{0} ч",
    };

    public static readonly SiteLanguage English = new("en", "/en", "en_US")
    {
        Description = "An open catalogue of full films: Rutube, the Internet Archive and other hosts on one screen.",
        Home = "Films you can actually watch",
        Catalog = "Catalogue",
        Search = "Search: “{0}”",
        Page = "page {0}",
        About = "About",
        Favourites = "Favourites",
        History = "History",
        NotFound = "The film has snapped",
        NoFilm = "No such film",
        Gone = "Removed at the rights holder’s request",
        NewFilms = "New films",
        From = "from {0}",
        To = "to {0}",
        MinutesFrom = "from {0} min",
        MinutesTo = "up to {0} min",
        Minutes = "{0} min",
        Hours = "{0} h",
    };

    public static readonly IReadOnlyList<SiteLanguage> All = [Russian, English];

    public required string Description { get; init; }

    public required string Home { get; init; }

    public required string Catalog { get; init; }

    public required string Search { get; init; }

    public required string Page { get; init; }

    public required string About { get; init; }

    public required string Favourites { get; init; }

    public required string History { get; init; }

    public required string NotFound { get; init; }

    public required string NoFilm { get; init; }

    public required string Gone { get; init; }

    public required string NewFilms { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    public required string MinutesFrom { get; init; }

    public required string MinutesTo { get; init; }

    public required string Minutes { get; init; }

    public required string Hours { get; init; }

    /// <summary>The language that an address is in.</summary>
    public static SiteLanguage Of(PathString path) =>
        path.StartsWithSegments(English.Root, StringComparison.Ordinal) ? English : Russian;

    /// <summary>The address of a page in this language.</summary>
    /// <param name="path">In Russian, "/" or "/movies/7/stalker".</param>
    public string Address(string path) => Root.Length > 0 && path == "/" ? Root : Root + path;

    public static string Fill(string words, object value) =>
        string.Format(CultureInfo.InvariantCulture, words, value);

    /// <summary>"2 ч 43 мин".</summary>
    public string Duration(int seconds)
    {
        var minutes = Math.Max(1, (int)Math.Round(seconds / 60.0, MidpointRounding.AwayFromZero));
        return minutes < 60 ? Fill(Minutes, minutes)
            : minutes % 60 == 0 ? Fill(Hours, minutes / 60)
            : $"{Fill(Hours, minutes / 60)} {Fill(Minutes, minutes % 60)}";
    }
}
