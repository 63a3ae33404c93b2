namespace Hosts;

/// <summary>Uploads as they stand at Rutube: films under decorated titles, and what lies between them.</summary>
public static class StubFilms
{
    public static IReadOnlyList<StubVideo> All { get; } =
    [
        new(172557943, "БРОНЕНОСЕЦ «ПОТЁМКИН» (1925) | Фильм Сергея Эйзенштейна HD", 4260, new DateTime(2024, 4, 10, 16, 8, 34))
        {
            Description = "Восстание на корабле &laquo;Князь Потёмкин-Таврический&raquo;.", Hits = 53190, Age = 12,
        },
        new(172557944, "Человек с киноаппаратом (1929) Дзига Вертов", 4080, new DateTime(2024, 4, 10, 21, 0, 0)) { Hits = 4412 },
        new(172557945, "Аэлита 1924 фантастика / Aelita: Queen of Mars", 6660, new DateTime(2024, 4, 9, 20, 31, 0)) { Hits = 8100 },
        new(172557946, "Дом на Трубной (1928) комедия, немое кино", 3840, new DateTime(2024, 4, 9, 22, 0, 20)) { Hits = 990 },
        new(172557947, "Носферату. Симфония ужаса | Nosferatu (1922) 1080p", 5640, new DateTime(2024, 4, 8, 12, 0, 0))
        {
            Hits = 15000, Age = 16,
        },
        new(172557948, "Кабинет доктора Калигари (Фильм, 1920)", 4620, new DateTime(2024, 4, 8, 13, 30, 0)) { Hits = 7300 },
        new(172557949, "Метрополис — Русский трейлер (2024)", 131, new DateTime(2024, 4, 8, 15, 0, 0)) { Hits = 120000 },
        new(172557950, "Генерал (1926) Бастер Китон. Полная версия", 4740, new DateTime(2024, 4, 7, 9, 0, 0)) { Hits = 2600 },
        new(172557951, "Приключения Электроника 1 серия", 3900, new DateTime(2024, 4, 7, 10, 0, 0))
        {
            CategoryId = 5, CategoryName = "Сериалы", AuthorId = 308547, AuthorName = "Детский экран",
        },
        new(172557952, "Обзор фильма «Аэлита»: как снимали Марс", 1260, new DateTime(2024, 4, 6, 10, 0, 0))
        {
            AuthorId = 308547, AuthorName = "Кинообзор",
        },
    ];
}
