using Metadata.Matching;

namespace Metadata.Tests.Matching;

public sealed class TitleKeyTests
{
    [Theory]
    [InlineData("Ёлки", "елки")]
    [InlineData("ЙОГА", "йога")]
    [InlineData("и\u0306ога", "йога")]
    [InlineData("Ко\u0301шка", "кошка")]
    [InlineData("Léon", "leon")]
    [InlineData("«Брат»", "брат")]
    [InlineData("Человек-паук", "человек паук")]
    [InlineData("Человек—паук: нет пути домой", "человек паук нет пути домой")]
    [InlineData("  Война   и\tмир ", "война и мир")]
    [InlineData("Tom & Jerry", "tom и jerry")]
    [InlineData("Tom and Jerry", "tom и jerry")]
    [InlineData("Рокки IV", "рокки 4")]
    [InlineData("Рокки ХII", "рокки 12")]
    [InlineData("Людовик XX", "людовик 20")]
    [InlineData("Х", "х")]
    [InlineData("Вий", "вий")]
    [InlineData("CTAЛКЕР", "сталкер")]
    [InlineData("Тerminator", "terminator")]
    [InlineData("Ｆｕｌｌ　Ｗｉｄｔｈ", "full width")]
    [InlineData("Зелё\u00ADная ми\u200Bля", "зеленая миля")]
    [InlineData("Брат\u0000 2", "брат 2")]
    [InlineData("12", "12")]
    [InlineData("«…»?!", "")]
    [InlineData("🎬", "")]
    [InlineData("", "")]
    [InlineData("битый \uD800 знак", "битый знак")]
    [InlineData("한국", "한국")]
    public void Titles_that_are_the_same_have_one_key(string title, string key) => Assert.Equal(key, TitleKey.Of(title));

    [Fact]
    public void The_key_of_a_key_is_the_key_whatever_the_title()
    {
        var random = new Random(20_240_501);
        for (var round = 0; round < 20_000; round++)
        {
            var title = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => (char)random.Next(0x20, 0x2100)));

            var key = TitleKey.Of(title);

            Assert.True(key == TitleKey.Of(key), $"'{title}' gives '{key}', which gives '{TitleKey.Of(key)}'");
        }
    }
}
