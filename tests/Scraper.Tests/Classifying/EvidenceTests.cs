using Scraper.Normalizing;
using Scraper.Normalizing.Vocabulary;

namespace Scraper.Tests.Classifying;

public class EvidenceTests
{
    private const int CurrentYear = 2026;

    /// <summary>Titles that together fire every rule of the table.</summary>
    private static readonly string[] Witnesses =
    [
        "Тихий берег (1983) смотреть онлайн", "Тихий берег 1983", "Тихий берег 1983 г.", "1983 - Тихий берег",
        "Тихий берег фильм", "Тихий берег (короткометражка)", "Тихий берег [драма, США, BDRip, дубляж]",
        "Тихий берег, реж. Иван Петров", "Silent Shore | by Ivan Petrov", "Тихий берег, в ролях Иван Петров",
        "Тихий берег / Silent Shore", "Тихий берег 1", "Сериал: Тихий берег (2001-2010)", "Тихий берег 2 сезон 3 серия",
        "Тихий берег S01E02", "Тихий берег #3", "Тихий берег все серии", "Тихий берег 512 день",
        "Тихий берег. Выпуск от 12.02.2015", "Тихий берег | Спецвыпуск", "Тихий берег [12 из 16]", "Поле чудес: Финал года",
        "\"Тихий берег\": \"Первый день\"", "«Тихий берег» Анна Май, Олег Тур", "Quiet Shore, Part Two | ORIGINAL SERIES",
        "Тихий берег — трейлер", "Тихий берег: Анна Май про лето", "Первый снег / Тихий берег / ПЕТРОВ",
    ];

    [Fact]
    public void Every_rule_that_weighs_is_fired_by_some_title()
    {
        var fired = Witnesses.SelectMany(raw => TitleReader.Read(raw, CurrentYear).Rules).Select(rule => rule.Name)
            .Append("year.description").ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain(VocabularyFile.Rows("evidence.tsv").Select(row => row[0]), rule => !fired.Contains(rule));
    }
}
