using System.Globalization;
using Scraper.Sources.Feeds;

namespace Scraper.Tests.Sources.Feeds;

public sealed class FeedDateTests
{
    [Theory]
    [InlineData("Sat, 13 Apr 2024 16:08:34 +0300", "2024-04-13T13:08:34Z")]
    [InlineData("Sat, 13 Apr 2024 16:08:34 GMT", "2024-04-13T16:08:34Z")]
    [InlineData("Mon, 13 Apr 2024 16:08:34 GMT", "2024-04-13T16:08:34Z")]
    [InlineData("13 Apr 24 16:08 MSK", "2024-04-13T13:08:00Z")]
    [InlineData("13 April 2024 16:08:34 EDT", "2024-04-13T20:08:34Z")]
    [InlineData("sat, 3 apr 2024 6:08:34 +03:00", "2024-04-03T03:08:34Z")]
    [InlineData("Сб, 13 Apr 2024 16:08:34 +0300", "2024-04-13T13:08:34Z")]
    [InlineData("Sat, 13-Apr-2024 16:08:34", "2024-04-13T16:08:34Z")]
    [InlineData("Sat, 13 Apr 2024 16:08:34 GMT+0300 (Moscow Standard Time)", "2024-04-13T13:08:34Z")]
    [InlineData("13 Apr 98 16:08:60 GMT", "1998-04-13T16:08:59Z")]
    [InlineData("2024-04-13T16:08:34+03:00", "2024-04-13T13:08:34Z")]
    [InlineData("2024-04-13T16:08:34.123456Z", "2024-04-13T16:08:34Z")]
    [InlineData("2024-04-13 16:08:34", "2024-04-13T16:08:34Z")]
    [InlineData("2024-04-13t16:08z", "2024-04-13T16:08:00Z")]
    [InlineData("2024-04-13T16:08:34 +0300", "2024-04-13T13:08:34Z")]
    [InlineData(" 2024-04-13 ", "2024-04-13T00:00:00Z")]
    public void A_time_is_read_however_loosely_it_is_written(string text, string moment) =>
        Assert.Equal(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture), FeedDate.Read(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("1712751454")]
    [InlineData("Sat, 31 Feb 2024 16:08:34 GMT")]
    [InlineData("Sat, 13 Foo 2024 16:08:34 GMT")]
    [InlineData("2024-13-01T00:00:00Z")]
    [InlineData("2024-00-10")]
    [InlineData("2024-04-13T25:00:00Z")]
    [InlineData("0000-00-00T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("13 04 2024")]
    public void What_is_no_time_is_unknown(string? text) => Assert.Null(FeedDate.Read(text));
}
