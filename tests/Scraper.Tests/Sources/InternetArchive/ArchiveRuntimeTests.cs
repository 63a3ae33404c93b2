using System.Globalization;
using Scraper.Sources.InternetArchive;

namespace Scraper.Tests.Sources.InternetArchive;

public sealed class ArchiveRuntimeTests
{
    [Theory]
    [InlineData("1:12:33", "01:12:33")]
    [InlineData("01:12:33", "01:12:33")]
    [InlineData("0:07:32.5", "00:07:32")]
    [InlineData("72:10", "01:12:10")]
    [InlineData("18:11", "00:18:11")]
    [InlineData("72 min", "01:12:00")]
    [InlineData("72 min.", "01:12:00")]
    [InlineData("72min", "01:12:00")]
    [InlineData("72 minutes", "01:12:00")]
    [InlineData("72 Mins", "01:12:00")]
    [InlineData("approx. 72 mins", "01:12:00")]
    [InlineData("ca. 72 minutes", "01:12:00")]
    [InlineData("1 hr 12 min", "01:12:00")]
    [InlineData("1 hour, 12 minutes", "01:12:00")]
    [InlineData("1 hour and 12 minutes", "01:12:00")]
    [InlineData("1h12m", "01:12:00")]
    [InlineData("1h 12m 5s", "01:12:05")]
    [InlineData("2 hours", "02:00:00")]
    [InlineData("72m 33s", "01:12:33")]
    [InlineData("45 seconds", "00:00:45")]
    [InlineData("4351", "01:12:31")]
    [InlineData("4351.25", "01:12:31.25")]
    [InlineData(" 96 min ", "01:36:00")]
    public void A_running_time_is_read(string text, string time) =>
        Assert.Equal(TimeSpan.Parse(time, CultureInfo.InvariantCulture), ArchiveRuntime.Read(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("long")]
    [InlineData("72")]
    [InlineData("1:12")]
    [InlineData("1:75:00")]
    [InlineData("0:00")]
    [InlineData("1")]
    [InlineData("-5 min")]
    [InlineData("999999999")]
    [InlineData("90 min, 95 min (director's cut)")]
    [InlineData("5 reels")]
    [InlineData("1.2.3")]
    [InlineData("NaN")]
    public void What_could_mean_two_things_or_none_is_unknown(string? text) => Assert.Null(ArchiveRuntime.Read(text));
}
