using System.Text.Json;
using Scraper.Sources.Rutube;

namespace Scraper.Tests.Sources.Rutube;

public sealed class RutubeTimeTests
{
    [Theory]
    [InlineData("\"2024-04-13T16:08:34\"", "2024-04-13T13:08:34Z")]
    [InlineData("\"2024-01-01T01:30:00\"", "2023-12-31T22:30:00Z")]
    [InlineData("\"2024-11-26T12:34:14.546146\"", "2024-11-26T09:34:14.546146Z")]
    [InlineData("\"2024-04-13T16:08:34Z\"", "2024-04-13T16:08:34Z")]
    [InlineData("\"2024-04-13T16:08:34+03:00\"", "2024-04-13T13:08:34Z")]
    [InlineData("\"2024-04-13\"", "2024-04-12T21:00:00Z")]
    [InlineData("1713013714", "2024-04-13T13:08:34Z")]
    [InlineData("\"1713013714\"", "2024-04-13T13:08:34Z")]
    [InlineData("\"1713013714.5\"", null)]
    [InlineData("\"вчера\"", null)]
    [InlineData("\"1970-01-01T00:00:00\"", null)]
    [InlineData("99999999999999", null)]
    [InlineData("null", null)]
    [InlineData("{}", null)]
    public void Times_are_moscow_times(string written, string? utc)
    {
        using var json = JsonDocument.Parse($$"""{"publication_ts":{{written}}}""");

        var read = RutubeTime.Read(json.RootElement, "publication_ts");

        Assert.Equal(utc is null ? null : DateTimeOffset.Parse(utc, provider: null), read);
    }
}
