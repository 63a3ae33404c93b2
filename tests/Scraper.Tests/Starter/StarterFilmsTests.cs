using System.Globalization;

namespace Scraper.Tests.Starter;

public sealed class StarterFilmsTests
{
    private static readonly string[] Columns =
    [
        "source", "externalId", "sourceUrl", "title", "originalTitle", "year", "directors", "countries",
        "durationSeconds", "genres", "description", "imageUrl", "embedUrl", "language",
    ];

    private static readonly HashSet<string> MayBeEmpty = ["description", "language"];

    private static readonly HashSet<string> Genres =
    [
        "биография", "боевик", "вестерн", "военный", "детектив", "документальный", "драма", "исторический", "комедия",
        "криминал", "мелодрама", "мультфильм", "мюзикл", "нуар", "приключения", "семейный", "триллер", "ужасы",
        "фантастика", "фэнтези", "экспериментальный",
    ];

    private static readonly HashSet<string> Reasons =
        ["us-published", "us-not-renewed", "us-government", "cc0", "cc-by"];

    private readonly TabTable _films = TabTable.Read("films.tsv");
    private readonly TabTable _licences = TabTable.Read("LICENCES.tsv");

    [Fact]
    public void At_least_two_hundred_films_stand_in_the_columns_that_the_file_source_reads()
    {
        Assert.Equal(Columns, _films.Columns);
        Assert.True(_films.Rows.Count >= 200, $"{_films.Rows.Count} films");
    }

    [Fact]
    public void Every_film_has_its_own_identifier() =>
        Assert.DoesNotContain(_films.Rows.CountBy(film => film["externalId"]), count => count.Value > 1);

    [Fact]
    public void Only_description_and_language_may_be_empty() =>
        AssertNone(film => Columns.Any(column => !MayBeEmpty.Contains(column) && film[column].Length == 0));

    [Fact]
    public void No_field_carries_stray_white_space() =>
        AssertNone(film => film.Values.Any(field => field != field.Trim()
            || field.Contains("  ", StringComparison.Ordinal) || field.Contains("; ", StringComparison.Ordinal)));

    [Fact]
    public void Years_lie_between_the_first_film_and_the_newest_open_movies() =>
        AssertNone(film => Number(film, "year") is < 1895 or > 2026);

    [Fact]
    public void Durations_lie_between_two_minutes_and_five_hours() =>
        AssertNone(film => Number(film, "durationSeconds") is < 120 or > 18_000);

    [Fact]
    public void Genres_come_from_the_closed_list_and_none_stands_twice() =>
        AssertNone(film => film["genres"].Split(';') is var named
            && (!named.All(Genres.Contains) || named.Distinct(StringComparer.Ordinal).Count() != named.Length));

    [Fact]
    public void Addresses_are_built_from_the_identifier() =>
        AssertNone(film => film["source"] != "archive"
            || film["sourceUrl"] != $"https://archive.org/details/{film["externalId"]}"
            || film["imageUrl"] != $"https://archive.org/services/img/{film["externalId"]}"
            || film["embedUrl"] != $"https://archive.org/embed/{film["externalId"]}");

    [Fact]
    public void Identifiers_hold_only_what_the_archive_allows() =>
        AssertNone(film =>
            !film["externalId"].All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-'));

    [Fact]
    public void Descriptions_are_sentences_in_Russian() =>
        AssertNone(film => film["description"] is { Length: > 0 } text
            && !(text.EndsWith('.') && text.Any(IsCyrillic)));

    [Fact]
    public void Every_film_has_an_allowed_reason_to_be_shown_and_no_reason_stands_alone()
    {
        Assert.Equal(
            _films.Rows.Select(film => film["externalId"]).ToList(),
            _licences.Rows.Select(licence => licence["externalId"]).ToList());
        Assert.All(_licences.Rows, licence => Assert.Contains(licence["reason"], Reasons));
    }

    [Fact]
    public void A_film_free_by_age_was_first_shown_in_1930_or_earlier()
    {
        var free = _licences.Rows.Where(licence => licence["reason"] == "us-published")
            .Select(licence => licence["externalId"]).ToHashSet(StringComparer.Ordinal);

        AssertNone(film => free.Contains(film["externalId"]) && Number(film, "year") > 1930);
    }

    [Fact]
    public void A_film_under_an_attribution_licence_names_whom_to_credit() =>
        Assert.All(
            _licences.Rows.Where(licence => licence["reason"] == "cc-by"),
            licence => Assert.NotEmpty(licence["credit"]));

    private void AssertNone(Func<IReadOnlyDictionary<string, string>, bool> wrong) =>
        Assert.DoesNotContain(_films.Rows, film => wrong(film));

    private static int Number(IReadOnlyDictionary<string, string> film, string column) =>
        int.Parse(film[column], NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool IsCyrillic(char letter) => letter is >= 'А' and <= 'я' or 'ё' or 'Ё';
}
