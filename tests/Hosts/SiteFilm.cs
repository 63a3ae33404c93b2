namespace Hosts;

/// <summary>A film as the stub sites show it.</summary>
public sealed record SiteFilm(int Id, string Title, string? OriginalTitle, int Year, int Minutes, string Director, string Genres)
{
    /// <summary>Films that are in the public domain, so that nobody minds where their names stand.</summary>
    public static IReadOnlyList<SiteFilm> Some { get; } =
    [
        new(101, "Броненосец «Потёмкин»", "Battleship Potemkin", 1925, 75, "Сергей Эйзенштейн", "Драма, История"),
        new(102, "Метрополис", "Metropolis", 1927, 153, "Фриц Ланг", "Фантастика, Драма"),
        new(103, "Генерал", "The General", 1926, 78, "Бастер Китон", "Комедия"),
        new(104, "Носферату. Симфония ужаса", "Nosferatu", 1922, 94, "Фридрих Вильгельм Мурнау", "Ужасы"),
        new(105, "Аэлита", "Aelita", 1924, 113, "Яков Протазанов", "Фантастика"),
        new(106, "Кабинет доктора Калигари", "Das Cabinet des Dr. Caligari", 1920, 77, "Роберт Вине", "Ужасы, Триллер"),
        new(107, "Мать", null, 1926, 89, "Всеволод Пудовкин", "Драма"),
    ];
}
