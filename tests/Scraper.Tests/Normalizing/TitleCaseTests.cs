using Scraper.Normalizing;

namespace Scraper.Tests.Normalizing;

public class TitleCaseTests
{
    [Theory]
    [InlineData("УНЕСЁННЫЕ ВЕТРОМ", "Унесённые ветром")]
    [InlineData("THE LORD OF THE FLIES", "The Lord of the Flies")]
    [InlineData("БРОНЕНОСЕЦ «ПОТЁМКИН»", "Броненосец «Потёмкин»")]
    [InlineData("ДОБРО ПОЖАЛОВАТЬ! ПОСТОРОННИМ ВХОД ВОСПРЕЩЁН", "Добро пожаловать! Посторонним вход воспрещён")]
    [InlineData("ДМБ", "ДМБ")]
    [InlineData("СПАСТИ СССР", "Спасти СССР")]
    [InlineData("РОККИ IV", "Рокки IV")]
    [InlineData("Лицо со Шрамом", "Лицо со Шрамом")]
    [InlineData("казино", "Казино")]
    [InlineData("xXx", "xXx")]
    [InlineData("The Battle for Moscow TYPHOON", "The Battle for Moscow Typhoon")]
    [InlineData("1+1", "1+1")]
    [InlineData("", "")]
    public void A_shouted_title_is_calmed(string shouted, string expected)
    {
        Assert.Equal(expected, TitleCase.Calm(shouted));
    }
}
