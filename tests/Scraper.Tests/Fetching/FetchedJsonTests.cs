using System.Net;
using System.Text;
using Scraper.Fetching;
using Scraper.Sources;

namespace Scraper.Tests.Fetching;

public sealed class FetchedJsonTests
{
    private static readonly Uri Url = new("https://rutube.ru/api/video/1/");

    [Theory]
    [InlineData(200, "text/html", "<html>hello</html>", nameof(SourceFailure.AntiBot))]
    [InlineData(200, "application/json", "<!DOCTYPE html><html>QRATOR</html>", nameof(SourceFailure.AntiBot))]
    [InlineData(200, null, "  \n <html></html>", nameof(SourceFailure.AntiBot))]
    [InlineData(403, "text/html", "<html>Access denied, QRATOR</html>", nameof(SourceFailure.AntiBot))]
    [InlineData(401, "text/html", "<html>Access denied</html>", nameof(SourceFailure.AntiBot))]
    [InlineData(404, "text/html", "<html>QRATOR</html>", nameof(SourceFailure.AntiBot))]
    [InlineData(503, "text/html", "<html>Qrator</html>", nameof(SourceFailure.AntiBot))]
    [InlineData(404, "text/html", "<html>Страница не найдена</html>", nameof(SourceFailure.Gone))]
    [InlineData(404, "application/json", """{"detail":"Страница не найдена."}""", nameof(SourceFailure.Gone))]
    [InlineData(410, "application/json", "{}", nameof(SourceFailure.Gone))]
    [InlineData(401, "application/json", "{}", nameof(SourceFailure.Refused))]
    [InlineData(403, "application/json", "{}", nameof(SourceFailure.Refused))]
    [InlineData(429, "application/json", "{}", nameof(SourceFailure.RateLimited))]
    [InlineData(500, "application/json", "{}", nameof(SourceFailure.Unavailable))]
    [InlineData(502, "text/html", "<html>Bad gateway</html>", nameof(SourceFailure.Unavailable))]
    [InlineData(400, "application/json", """{"error":"bad query"}""", nameof(SourceFailure.Contract))]
    [InlineData(304, null, "", nameof(SourceFailure.Contract))]
    [InlineData(204, null, "", nameof(SourceFailure.Contract))]
    [InlineData(200, "application/json", "", nameof(SourceFailure.Contract))]
    [InlineData(200, "application/json", """{"results":[{"id":"6e4d""", nameof(SourceFailure.Contract))]
    [InlineData(200, "application/json", """{"a":1,"a":2}""", nameof(SourceFailure.Contract))]
    [InlineData(200, "application/json", "NaN", nameof(SourceFailure.Contract))]
    [InlineData(200, "text/plain", "Too busy", nameof(SourceFailure.Contract))]
    public void Failures_are_told_apart(int status, string? type, string body, string expected)
    {
        var failure = Assert.Throws<SourceException>(() => Read(Encoding.UTF8.GetBytes(body), status, type));

        Assert.Equal(expected, failure.Failure.ToString());
        Assert.Contains(Url.ToString(), failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/javascript")]
    [InlineData(null)]
    public void Json_is_read_whatever_it_is_called(string? type)
    {
        using var json = Read("""{"ok":true}"""u8.ToArray(), 200, type);

        Assert.True(json.Root.Switch("ok"));
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over()
    {
        using var json = Read([.. "\uFEFF{}"u8], 200, "application/json");

        Assert.Equal("{}", json.Root.Raw());
    }

    [Fact]
    public void Broken_json_is_located()
    {
        var failure = Assert.Throws<SourceException>(() => Read("{\n\"a\": tru }"u8.ToArray(), 200, "application/json"));

        Assert.Contains("LineNumber: 1", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_without_end_is_refused()
    {
        var body = Encoding.UTF8.GetBytes(new string('[', 1_000_000));

        var failure = Assert.Throws<SourceException>(() => Read(body, 200, "application/json"));

        Assert.Equal(SourceFailure.Contract, failure.Failure);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused_or_read_as_nothing()
    {
        byte[] body = [.. "{\"title\":\""u8, 0xFF, 0xFE, .. "\"}"u8];

        using var json = Read(body, 200, "application/json");

        Assert.Null(json.Root.Text("title"));
    }

    [Fact]
    public void The_wait_that_a_host_asks_for_travels_along()
    {
        var answer = new FetchedBody(Url, HttpStatusCode.TooManyRequests, null, [], RetryAfter: TimeSpan.FromSeconds(9));

        Assert.Equal(TimeSpan.FromSeconds(9), AnswerFailure.Of(answer)!.RetryAfter);
    }

    private static FetchedJson Read(byte[] body, int status, string? type) =>
        FetchedJson.Read(new FetchedBody(Url, (HttpStatusCode)status, type, body));
}
