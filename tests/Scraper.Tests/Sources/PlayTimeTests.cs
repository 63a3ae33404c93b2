using System.Globalization;
using Scraper.Sources;

namespace Scraper.Tests.Sources;

public sealed class PlayTimeTests
{
    [Theory]
    [InlineData("1091.96", "00:18:11.96")]
    [InlineData("6660", "01:51:00")]
    [InlineData("18:11", "00:18:11")]
    [InlineData("1:12", "00:01:12")]
    [InlineData("90:00", "01:30:00")]
    [InlineData("1:21:02", "01:21:02")]
    [InlineData("01:21:02.500", "01:21:02")]
    [InlineData(" 1:21:02 ", "01:21:02")]
    [InlineData("PT1H21M2S", "01:21:02")]
    [InlineData("pt90m", "01:30:00")]
    public void How_long_it_plays_is_read(string text, string time) =>
        Assert.Equal(TimeSpan.Parse(time, CultureInfo.InvariantCulture), PlayTime.Read(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("-5")]
    [InlineData("1:75:00")]
    [InlineData("25:00:00")]
    [InlineData("86401")]
    [InlineData("1e4")]
    [InlineData("NaN")]
    [InlineData("P1Y")]
    [InlineData("PT")]
    [InlineData("P99999999999999999D")]
    [InlineData("two hours")]
    public void What_is_no_length_is_unknown(string? text) => Assert.Null(PlayTime.Read(text));
}
