using System.Net;
using System.Text;
using Scraper.Fetching;
using Scraper.Sources;

namespace Scraper.Tests.Fetching;

public sealed class FetchedTextTests
{
    private static readonly Uri Url = new("https://kino.example/films/");

    [Theory]
    [InlineData("<html><body>Брат (1997)</body></html>")]
    [InlineData("<html><script src=\"https://www.google.com/recaptcha/api.js\"></script>Отзывы</html>")]
    [InlineData("<rss><channel><title>Новинки</title></channel></rss>")]
    [InlineData("")]
    public void Pages_for_people_are_what_is_asked_for(string page)
    {
        var text = Read(200, page);

        Assert.Equal(page, text.Text);
        Assert.Equal((Url, "text/html"), (text.Url, text.ContentType));
    }

    [Theory]
    [InlineData(200, "<html><title>Checking your browser</title>Protected by QRATOR</html>", nameof(SourceFailure.AntiBot))]
    [InlineData(200, "<html><title>Just a moment...</title></html>", nameof(SourceFailure.AntiBot))]
    [InlineData(200, "<form action=\"/checkcaptcha?key=1\">Вы не робот?</form>", nameof(SourceFailure.AntiBot))]
    [InlineData(403, "<html>Please solve the captcha</html>", nameof(SourceFailure.AntiBot))]
    [InlineData(503, "<html>Qrator</html>", nameof(SourceFailure.AntiBot))]
    [InlineData(403, "<html>Forbidden</html>", nameof(SourceFailure.Refused))]
    [InlineData(404, "<html>Нет такой страницы</html>", nameof(SourceFailure.Gone))]
    [InlineData(429, "", nameof(SourceFailure.RateLimited))]
    [InlineData(500, "<html>Oops</html>", nameof(SourceFailure.Unavailable))]
    [InlineData(400, "", nameof(SourceFailure.Contract))]
    public void Failures_are_told_apart(int status, string page, string expected)
    {
        var failure = Assert.Throws<SourceException>(() => Read(status, page));

        Assert.Equal(expected, failure.Failure.ToString());
    }

    private static FetchedText Read(int status, string page) => FetchedText.Read(
        new FetchedBody(Url, (HttpStatusCode)status, "text/html", Encoding.UTF8.GetBytes(page)));
}
