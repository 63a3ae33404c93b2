using Hosts;
using Microsoft.AspNetCore.Http;
using Scraper.Sources;

namespace Scraper.Tests.Fetching.Browsing;

public sealed class PageTrafficTests
{
    private const string Done = "<script>setTimeout(() => document.body.append(Object.assign(document.createElement('i'), { id: 'done' })), 700)</script>";

    [Theory]
    [InlineData("<img src='URL'><video src='URL' autoplay></video><link rel='icon' href='URL'>")]
    [InlineData("<script src='URL'></script><link rel='stylesheet' href='URL'><link rel='preconnect' href='URL'>")]
    [InlineData("<iframe src='URL'></iframe><object data='URL'></object>")]
    [InlineData("<script>fetch('URL'); navigator.sendBeacon('URL', 'x'); new EventSource('URL'); new WebSocket('WSURL')</script>")]
    [InlineData("<script>fetch('URL', { method: 'POST', body: 'x', mode: 'no-cors' })</script>")]
    [InlineData("<script>open('URL'); const a = document.createElement('a'); a.href = 'URL'; a.click()</script>")]
    [InlineData("<meta http-equiv='refresh' content='0; url=URL'>")]
    [InlineData("<script>fetch('/elsewhere?to=URL')</script>")]
    [InlineData("<script>new Worker(URL.createObjectURL(new Blob([\"fetch('URL')\"])))</script>")]
    public async Task A_page_reaches_no_other_host(string content)
    {
        await using var other = await StubHost.StartAsync(context => context.Response.WriteAsync("secret"));
        var address = other.BaseUrl.ToString();
        await using var pages = await RenderedPages.StartAsync(
            "<body>" + content.Replace("WSURL", address.Replace("http", "ws", StringComparison.Ordinal), StringComparison.Ordinal)
                .Replace("URL'", $"{address}'", StringComparison.Ordinal).Replace("=URL", $"={address}", StringComparison.Ordinal) + Done);
        pages.Host.Fail(Fault.Redirect(address), where: "/elsewhere");

        try
        {
            await pages.ShowAsync("#done", seconds: 6);
        }
        catch (SourceException left) when (left.Failure == SourceFailure.Unavailable)
        {
            // A page that leads away is not shown.
        }

        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task A_redirect_of_the_page_itself_is_judged_like_every_other()
    {
        await using var other = await StubHost.StartAsync(context => context.Response.WriteAsync("secret"));
        await using var pages = await RenderedPages.StartAsync("<p>well</p>");
        pages.Host.Fail(Fault.Redirect(other.BaseUrl.ToString()), where: "/away");

        var refused = await Assert.ThrowsAsync<SourceException>(() => pages.ShowAsync(path: "/away"));

        Assert.Equal((SourceFailure.Forbidden, 0, false), (refused.Failure, other.Requests.Count, pages.Browsers.IsOpen));
    }
}
