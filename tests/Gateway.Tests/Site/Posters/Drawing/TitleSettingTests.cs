using Gateway.Site.Posters.Drawing;

namespace Gateway.Tests.Site.Posters.Drawing;

public class TitleSettingTests
{
    private const double Width = 350;
    private const double Height = 178;

    private static readonly string[] Titles =
    [
        "М", "Брат", "Метрополис", "Путешествие на Луну", "Броненосец «Потёмкин»", "Достопримечательности",
        "Доктор Стрейнджлав, или Как я научился не волноваться и полюбил атомную бомбу", "20 000 льё под водой",
        "Человек-невидимка", "Горбун из Нотр-Дама", "ЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩ",
        "The Life and Death of 9413, a Hollywood Extra", "七人の侍", "   ", "", "а\tб\nв", new string('ж', 500),
        string.Join(' ', Enumerable.Repeat("слово", 100)), "🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬",
    ];

    public static TheoryData<string, bool> Cases()
    {
        var cases = new TheoryData<string, bool>();
        foreach (var title in Titles)
        {
            cases.Add(title, true);
            cases.Add(title, false);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void No_title_leaves_its_box(string title, bool isUpper)
    {
        var lettering = isUpper ? Lettering.Capitals : Lettering.Antiqua;

        var setting = TitleSetting.Fit(title, lettering, Width, Height);

        Assert.True(setting.Lines.Count * setting.Size * TitleSetting.LineHeight <= Height);
        Assert.All(setting.Lines, line => Assert.True(TextWidth.Of(line, lettering) * setting.Size <= Width + 0.001, line));
    }

    [Theory]
    [InlineData("Брат", "Брат")]
    [InlineData("Горбун из Нотр-Дама", "Горбун|из Нотр-Дама")]
    [InlineData("Как я провёл лето", "Как|я провёл|лето")]
    [InlineData("Человек с киноаппаратом", "Человек|с киноаппаратом")]
    public void Lines_break_where_a_typesetter_would(string title, string lines) =>
        Assert.Equal(lines, string.Join('|', TitleSetting.Fit(title, Lettering.Grotesque, Width, Height).Lines));

    [Fact]
    public void A_short_title_is_larger_than_a_long_one()
    {
        var large = TitleSetting.Fit("Брат", Lettering.Grotesque, Width, Height);
        var small = TitleSetting.Fit(Titles[6], Lettering.Grotesque, Width, Height);

        Assert.True(large.Size > small.Size * 1.5, $"{large.Size} and {small.Size}");
    }

    [Fact]
    public void What_cannot_fit_ends_in_an_ellipsis()
    {
        var setting = TitleSetting.Fit(string.Join(' ', Enumerable.Repeat("слово", 100)), Lettering.Grotesque, Width, Height);

        Assert.EndsWith("…", setting.Lines[^1], StringComparison.Ordinal);
    }
}
