using Metadata.Indexing;
using Metadata.Searching;

namespace Metadata.Tests.Searching;

/// <summary>A small catalogue with the traps that real ones have.</summary>
internal static class SampleFilms
{
    public static readonly IReadOnlyList<IndexedMovie> All =
    [
        Film(1, "Брат", 1997, "Brother", "Алексей Балабанов"),
        Film(2, "Брат 2", 2000, null, "Алексей Балабанов"),
        Film(3, "Мой старший брат", 1962, null, null),
        Film(4, "Она", 2013, "Her", "Спайк Джонз"),
        Film(5, "Рука, качающая колыбель", 1992, null, null),
        Film(6, "Комната", 2015, "Room", null),
        Film(7, "Военная комната", 2015, null, null),
        Film(8, "1917", 2019, null, "Сэм Мендес"),
        Film(9, "12", 2007, null, "Никита Михалков"),
        Film(10, "2001: Космическая одиссея", 1968, "2001: A Space Odyssey", null),
        Film(11, "Х", 1990, null, null),
        Film(12, "Вендетта", 2006, "V", null),
        Film(13, "Сталкер", 1979, null, "Андрей Тарковский"),
        Film(14, "Осенний марафон", 1979, null, "Георгий Данелия"),
        Film(15, "Леон", 1994, "Léon", "Люк Бессон"),
        Film(16, "Человек-паук", 2002, "Spider-Man", null),
        Film(17, "Ирония судьбы, или С лёгким паром!", 1975, null, "Эльдар Рязанов"),
        Film(18, "Привет, мне пора", 2012, null, null),
        Film(19, "Щелкунчик", 1973, null, null),
        Film(20, "Йога", 2012, null, null),
        Film(21, "Бэтмен", 1989, "Batman", null),
        Film(22, "Рокки 4", 1985, "Rocky IV", null),
        Film(23, "Ёлки", 2010, null, null),
        Film(24, "Брэтц", 2007, "Bratz", null),
        Film(25, "Бриллиантовая рука", 1968, null, "Леонид Гайдай"),
        Film(26, "Tom & Jerry", 2021, null, null),
        Film(27, "Электроник", 1979, null, null),
        Film(28, "Фильм, фильм, фильм", 1968, null, null),
        Film(29, "Любовь и голуби", 1984, null, null),
        Film(30, "О любви", 1970, "Brother Love", null),
    ];

    public static SearchIndex Index()
    {
        var index = new SearchIndex();
        foreach (var film in All)
        {
            index.Put(film);
        }

        return index;
    }

    /// <summary>The titles found, the best first.</summary>
    public static string Titles(SearchHits found) => string.Join('|', found.Hits
        .OrderBy(hit => hit.Score).ThenBy(hit => hit.MovieId).Select(hit => All[hit.MovieId - 1].Title));

    private static IndexedMovie Film(int id, string title, int year, string? original, string? director) => new()
    {
        Id = id,
        Title = title,
        OriginalTitle = original,
        Year = year,
        Directors = director is null ? [] : [director],
        AddedAt = DateTimeOffset.UnixEpoch,
    };
}
