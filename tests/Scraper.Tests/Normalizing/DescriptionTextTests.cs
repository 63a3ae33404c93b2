using Scraper.Normalizing;

namespace Scraper.Tests.Normalizing;

public class DescriptionTextTests
{
    [Theory]
    [InlineData("<p>Первая&nbsp;строка</p><p>Вторая &laquo;строка&raquo;</p>", "Первая строка\nВторая «строка»")]
    [InlineData("до<br/>после", "до\nпосле")]
    [InlineData("1 < 2 и 3 > 2", "1 < 2 и 3 > 2")]
    [InlineData("&lt;b&gt;жирно&lt;/b&gt;", "жирно")]
    [InlineData("  \n \n ", null)]
    [InlineData(null, null)]
    public void A_description_becomes_plain_text(string? raw, string? expected)
    {
        Assert.Equal(expected, DescriptionText.Clean(raw)?.Replace('\u00A0', ' '));
    }

    [Fact]
    public void A_long_description_is_cut_to_the_contracts_length()
    {
        Assert.Equal(DescriptionText.MaxLength, DescriptionText.Clean(new string('а', 12_000))?.Length);
    }

    [Fact]
    public void A_cut_never_halves_a_character()
    {
        var cut = DescriptionText.Clean(new string('а', DescriptionText.MaxLength - 1) + "🎬🎬");

        Assert.Equal(DescriptionText.MaxLength - 1, cut?.Length);
    }
}
