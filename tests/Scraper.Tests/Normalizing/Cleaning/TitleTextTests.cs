using Scraper.Normalizing.Cleaning;

namespace Scraper.Tests.Normalizing.Cleaning;

public class TitleTextTests
{
    [Theory]
    [InlineData("&laquo;Вий&raquo; &amp;amp; другие", "«Вий» & другие")]
    [InlineData("Но\u200Bчь\u00AD на \u00A0море", "Ночь на море")]
    [InlineData("🎬 Брат ⭐", "Брат")]
    [InlineData("Пора 🐐 / Шоу", "Пора • / Шоу")]
    [InlineData("Бра\u0301тство й ё", "Братство й ё")]
    [InlineData("Ð‘Ñ€Ð°Ñ‚ 2", "Брат 2")]
    [InlineData("Ñandú y Ðeli", "Ñandú y Ðeli")]
    [InlineData("Заяц_и_волк.mp4", "Заяц и волк")]
    [InlineData("08.Планета.гор.2014.mkv", "08 Планета гор 2014")]
    [InlineData("U.S.S.R.", "U.S.S.R.")]
    [InlineData("02.06.2019", "02.06.2019")]
    [InlineData("Б Р А Т", "БРАТ")]
    [InlineData("А Б В", "А Б В")]
    [InlineData("первая\r\nвторая", "первая | | вторая")]
    public void A_raw_title_becomes_plain_text(string raw, string expected)
    {
        Assert.Equal(expected, TitleText.Clean(raw));
    }

    [Fact]
    public void Half_a_character_does_not_break_cleaning()
    {
        Assert.Equal("обрыв", TitleText.Clean("\uD83Cобрыв").TrimStart('\uFFFD', '•', ' '));
    }

    [Theory]
    [InlineData("cезон", "сезон")]
    [InlineData("4К", "4K")]
    [InlineData("06х01", "06x01")]
    [InlineData("СarJitsu", "CarJitsu")]
    [InlineData("РукоJob", "РукоJob")]
    [InlineData("Тачки", "Тачки")]
    [InlineData("HD", "HD")]
    public void Look_alike_letters_go_back_to_the_words_alphabet(string word, string expected)
    {
        Assert.Equal(expected, LookAlikes.Fold(word));
    }

    [Theory]
    [InlineData("Шеф I Выпуск 4 I Омлеты", "Шеф  |  Выпуск 4  |  Омлеты")]
    [InlineData("Бой I #1 IКак победить", "Бой  |  #1  | Как победить")]
    [InlineData("Рокки. Часть I серия 2", "Рокки. Часть I серия 2")]
    [InlineData("Рокки I", "Рокки I")]
    public void A_capital_I_is_a_bar_only_beside_an_issue(string text, string expected)
    {
        Assert.Equal(expected, BarLetters.Restore(text));
    }
}
