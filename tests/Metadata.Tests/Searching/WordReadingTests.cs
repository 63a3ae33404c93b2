using Metadata.Searching;

namespace Metadata.Tests.Searching;

/// <summary>The small rules by which one word stands for another.</summary>
public sealed class WordReadingTests
{
    [Theory]
    [InlineData("щелкунчик", "shchelkunchik")]
    [InlineData("щелкунчик", "schelkunchik")]
    [InlineData("щелкунчик", "shhelkunchik")]
    [InlineData("щелкунчик", "selkuncik")]
    [InlineData("жизнь", "zhizn")]
    [InlineData("жизнь", "jizn")]
    [InlineData("хижина", "khizhina")]
    [InlineData("хижина", "xizhina")]
    [InlineData("цирк", "tsirk")]
    [InlineData("цирк", "cirk")]
    [InlineData("юлия", "yuliya")]
    [InlineData("юлия", "julija")]
    [InlineData("юлия", "iuliia")]
    [InlineData("ель", "el")]
    [InlineData("елки", "yolki")]
    [InlineData("новый", "novyy")]
    [InlineData("новый", "noviy")]
    [InlineData("новый", "novyj")]
    [InlineData("шекспир", "shakespear", false)]
    [InlineData("брат", "brut", false)]
    public void Words_sound_alike_in_every_scheme(string russian, string latin, bool alike = true) =>
        Assert.Equal(alike, Sound.ReadingsOf(latin).Any(reading => reading.Sound == Sound.Of(russian)));

    [Theory]
    [InlineData("рука", "руки", true)]
    [InlineData("рука", "руками", true)]
    [InlineData("школа", "школе", true)]
    [InlineData("остров", "острова", true)]
    [InlineData("отец", "отца", true)]
    [InlineData("бриллиантовую", "бриллиантовая", true)]
    [InlineData("билет", "билета", true)]
    [InlineData("рука", "руда", false)]
    [InlineData("рука", "рукопись", false)]
    [InlineData("кот", "кит", false)]
    public void Forms_of_one_word_are_known(string left, string right, bool same)
    {
        Assert.Equal(same, RussianForms.AreOfOneWord(left, right));
        Assert.Equal(same, RussianForms.AreOfOneWord(right, left));
    }

    [Theory]
    [InlineData("сталкер", "сталкер", 0)]
    [InlineData("сталкер", "сталкре", 1)]
    [InlineData("сталкер", "сталер", 1)]
    [InlineData("сталкер", "сталлкер", 1)]
    [InlineData("сталкер", "стулкер", 1)]
    [InlineData("сталкер", "тсалкре", 2)]
    [InlineData("сталкер", "тулкер", 2)]
    [InlineData("сталкер", "пулкер", -1)]
    [InlineData("", "аб", 2)]
    [InlineData("", "абв", -1)]
    public void Slips_are_counted_up_to_two(string left, string right, int distance)
    {
        Assert.Equal(distance, EditDistance.Within(left, right, 2));
        Assert.Equal(distance, EditDistance.Within(right, left, 2));
    }

    [Theory]
    [InlineData("брилиа", "бриллиантовая", 1)]
    [InlineData("брл", "бриллиантовая", 1)]
    [InlineData("бриллиантовая", "брилл", -1)]
    [InlineData("рука", "бриллиантовая", -1)]
    public void Slips_in_a_beginning_are_counted(string beginning, string word, int distance) =>
        Assert.Equal(distance, EditDistance.OfBeginning(beginning, word, 2));

    [Theory]
    [InlineData("ghbdtn", "привет")]
    [InlineData(",hfn", "брат|,рат")]
    [InlineData("k`l", "лёд|л`д")]
    [InlineData("ифеьфт", "batman")]
    [InlineData("Gthdsq 'nf;", "первый этаж|первый 'та;")]
    [InlineData("2001", "")]
    public void Keys_give_other_letters_in_the_other_layout(string typed, string texts) =>
        Assert.Equal(texts, string.Join('|', KeyboardLayout.Readings(typed).Select(reading => reading.Text)));

    [Theory]
    [InlineData("смотреть брат онлайн", "брат")]
    [InlineData("брат в хорошем качестве", "брат")]
    [InlineData("брат смотр", "брат")]
    [InlineData("фильм", "фильм")]
    [InlineData("в джазе только девушки", "в джазе только девушки")]
    public void Noise_is_stripped(string typed, string meant) =>
        Assert.Equal(meant, string.Join(' ', NoiseWords.Strip(typed.Split(' '))));
}
