using System.Text.Json;
using Scraper.Sources;
using Scraper.Sources.Rutube;

namespace Scraper.Tests.Sources.Rutube;

public sealed class RutubePageTests
{
    private static readonly Uri Url = new("https://rutube.ru/api/list/");

    [Fact]
    public void A_list_keeps_what_is_good_and_tells_what_is_not()
    {
        var page = RutubePage.Read(RecordedAnswer.Json("rutube-search-2024.json"), Url, card: null);

        Assert.Equal(2, page.Items.Count(item => item.Video is not null));
        Assert.Equal(41, page.Total);
        var reject = Assert.Single(page.Items, item => item.Reject is not null).Reject!;
        Assert.Equal("id is \"NOT-AN-ID\", not 32 hexadecimal characters", reject.Reason);
        Assert.Contains("Испорченная запись", reject.Payload, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "not an object")]
    [InlineData("{}", "\"results\" is missing")]
    [InlineData("{\"results\":null}", "\"results\" is null")]
    [InlineData("{\"results\":{}}", "\"results\" is {}")]
    [InlineData("{\"results\":[1],\"next\":5}", "\"next\" is 5")]
    [InlineData("{\"results\":[1],\"next\":\"mailto:x@y\"}", "\"next\" is")]
    public void A_page_that_is_no_list_is_told_by_field_and_address(string body, string what)
    {
        using var json = JsonDocument.Parse(body);

        var broken = Assert.Throws<SourceException>(() => RutubePage.Read(json.RootElement, Url, card: null));

        Assert.Equal(SourceFailure.Contract, broken.Failure);
        Assert.Contains(what, broken.Message, StringComparison.Ordinal);
        Assert.Contains(Url.ToString(), broken.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"results\":[{}],\"has_next\":true,\"next\":\"http://rutube.ru/api/list/?page=2\"}", "/api/list/?page=2")]
    [InlineData("{\"results\":[{}],\"has_next\":1,\"next\":\"?page=2\"}", "/api/list/?page=2")]
    [InlineData("{\"results\":[{}],\"next\":\"/api/list/?page=2\"}", "/api/list/?page=2")]
    [InlineData("{\"results\":[{}],\"has_next\":true,\"next\":\"https://evil.example/api/list/?page=2\"}", "/api/list/?page=2")]
    [InlineData("{\"results\":[{}],\"has_next\":false,\"next\":\"?page=2\"}", null)]
    [InlineData("{\"results\":[{}],\"has_next\":0,\"next\":\"?page=2\"}", null)]
    [InlineData("{\"results\":[{}],\"has_next\":true,\"next\":null}", null)]
    [InlineData("{\"results\":[{}],\"has_next\":true,\"next\":\"\"}", null)]
    [InlineData("{\"results\":[],\"has_next\":true,\"next\":\"?page=2\"}", null)]
    public void The_next_page_is_a_path_at_the_same_host(string body, string? path)
    {
        using var json = JsonDocument.Parse(body);

        Assert.Equal(path, RutubePage.Read(json.RootElement, Url, card: null).NextPath);
    }
}
