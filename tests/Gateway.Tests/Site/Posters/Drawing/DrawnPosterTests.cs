using System.Globalization;
using System.Xml.Linq;
using Gateway.Site.Posters.Drawing;

namespace Gateway.Tests.Site.Posters.Drawing;

public class DrawnPosterTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly string[] Genres =
    [
        "вестерн", "ужасы", "фантастика", "нуар", "мультфильм", "фэнтези", "мюзикл", "военный", "детектив",
        "документальный", "экспериментальный", "криминал", "приключения", "триллер", "исторический", "биография",
        "боевик", "мелодрама", "семейный", "комедия", "драма", "неведомый",
    ];

    private static PosterSubject Film(int seed, string title = "Метрополис", string genre = "драма", int? year = 1927) =>
        new(seed, title, year, ["Фриц Ланг"], [genre]);

    private static IEnumerable<string> Texts(string svg) => XDocument.Parse(svg).Descendants(Svg + "text").Select(text => text.Value);

    [Fact]
    public void The_same_film_always_looks_the_same() =>
        Assert.Equal(DrawnPoster.Draw(Film(5), 640), DrawnPoster.Draw(Film(5), 640));

    [Fact]
    public void A_shelf_of_films_of_one_genre_is_varied()
    {
        var posters = Enumerable.Range(1, 24).Select(seed => DrawnPoster.Draw(Film(seed), 640)).ToList();

        Assert.Equal(24, posters.Distinct(StringComparer.Ordinal).Count());
        var kinds = Enumerable.Range(1, 24).Select(seed => Mood.Of(Film(seed), new Chance(seed))).ToList();
        Assert.True(kinds.Select(kind => kind.Motif).Distinct().Count() >= 5);
        Assert.True(kinds.Select(kind => kind.Palette).Distinct().Count() >= 5);
    }

    [Fact]
    public void Every_motif_is_well_formed_in_every_colour()
    {
        var subjects =
            from genre in Genres
            from seed in Enumerable.Range(1, 40)
            select Film(seed, genre: genre);
        var seen = new HashSet<Motif>();

        foreach (var subject in subjects)
        {
            seen.Add(Mood.Of(subject, new Chance(subject.Seed)).Motif);
            var root = XDocument.Parse(DrawnPoster.Draw(subject, 640)).Root!;
            Assert.DoesNotContain(root.DescendantsAndSelf().Attributes(), attribute =>
                attribute.Value.Contains("NaN", StringComparison.Ordinal) || attribute.Name.LocalName is "style" or "href");
        }

        Assert.Equal(Motif.All.Count, seen.Count);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"/><image href=\"https://evil.example/x.png\"/>")]
    [InlineData("]]>&lt;&amp;&#x3c;")]
    [InlineData("a\0b\u0008c\uFFFEd")]
    public void A_title_is_text_and_nothing_else(string title)
    {
        var root = XDocument.Parse(DrawnPoster.Draw(Film(3, title), 640)).Root!;

        Assert.DoesNotContain(root.Descendants(), element => element.Name.LocalName is "script" or "image" or "foreignObject");
    }

    [Fact]
    public void Half_a_character_is_no_reason_to_fail() =>
        XDocument.Parse(DrawnPoster.Draw(Film(3, "a\uD83Cb"), 640));

    [Fact]
    public void Year_and_director_stand_below_the_title() =>
        Assert.Equal("1927 · Фриц Ланг", Texts(DrawnPoster.Draw(Film(9), 640)).Last());

    [Fact]
    public void A_film_of_which_nothing_is_known_has_a_picture_without_words() =>
        Assert.All(Texts(DrawnPoster.Draw(PosterSubject.Unknown(9), 640)), text => Assert.Empty(text));

    [Theory]
    [InlineData("ru-RU")]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    public void Numbers_are_written_with_a_point_in_every_country(string culture)
    {
        var expected = Enumerable.Range(1, 60).Select(seed => DrawnPoster.Draw(Film(seed, genre: "ужасы"), 640)).ToList();
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal(expected, Enumerable.Range(1, 60).Select(seed => DrawnPoster.Draw(Film(seed, genre: "ужасы"), 640)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Lettering_stands_out_from_its_ground_in_every_palette() => Assert.All(Palette.All, palette =>
    {
        Assert.True(Contrast(palette.Ink, palette.Top) >= 4.5, $"{palette.Ink} on {palette.Top}: {Contrast(palette.Ink, palette.Top):0.0}");
        Assert.True(Contrast(palette.Ink, palette.Bottom) >= 3, $"{palette.Ink} on {palette.Bottom}: {Contrast(palette.Ink, palette.Bottom):0.0}");
    });

    private static double Contrast(string first, string second)
    {
        var (high, low) = (Math.Max(Luminance(first), Luminance(second)), Math.Min(Luminance(first), Luminance(second)));
        return (high + 0.05) / (low + 0.05);
    }

    private static double Luminance(string colour)
    {
        var parts = Enumerable.Range(0, 3).Select(index =>
        {
            var part = int.Parse(colour.AsSpan(index * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
        }).ToList();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }
}
