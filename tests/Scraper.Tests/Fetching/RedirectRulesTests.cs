using System.Net;
using Hosts;
using Microsoft.Extensions.Logging.Abstractions;
using Scraper.Fetching;
using Scraper.Sources;

namespace Scraper.Tests.Fetching;

public sealed class RedirectRulesTests
{
    private static readonly FetchScope Rutube = new(new Uri("https://rutube.ru"), TimeSpan.Zero);
    private static readonly FetchScope Archive = new(new Uri("https://archive.org"), TimeSpan.Zero, WithSubdomains: true);

    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("/api/video/1")]
    [InlineData("?page=2")]
    [InlineData("https://rutube.ru/api/video/1/")]
    [InlineData("https://RUTUBE.ru/api/video/1/")]
    [InlineData("https://rutube.ru:443/api/")]
    [InlineData("//rutube.ru/api/")]
    public void A_redirect_within_the_host_is_followed(string location)
    {
        var next = RedirectRules.Follow(new Uri("https://rutube.ru/api/"), new Uri(location, UriKind.RelativeOrAbsolute), Rutube);

        Assert.Equal(("https", "rutube.ru"), (next.Scheme, next.Host));
    }

    [Theory]
    [InlineData("http://rutube.ru/api/")]
    [InlineData("https://www.rutube.ru/api/")]
    [InlineData("https://rutube.ru.evil.example/")]
    [InlineData("https://evilrutube.ru/")]
    [InlineData("https://rutube.ru@evil.example/")]
    [InlineData("https://user:secret@rutube.ru/")]
    [InlineData("https://rutube.ru:8443/")]
    [InlineData("https://rutube.ru:22/")]
    [InlineData("//evil.example/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://rutube.ru/")]
    [InlineData("gopher://rutube.ru/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:application/json,{}")]
    public void A_redirect_out_of_the_host_is_refused(string location)
    {
        var refused = Assert.Throws<SourceException>(() =>
            RedirectRules.Follow(new Uri("https://rutube.ru/api/"), new Uri(location, UriKind.RelativeOrAbsolute), Rutube));

        Assert.Equal(SourceFailure.Forbidden, refused.Failure);
    }

    [Theory]
    [InlineData("https://ia800300.us.archive.org/metadata", true)]
    [InlineData("https://archive.org/metadata", true)]
    [InlineData("https://evilarchive.org/", false)]
    [InlineData("https://archive.org.evil.example/", false)]
    [InlineData("https://.archive.org.evil.example/", false)]
    public void Subdomains_belong_to_a_host_that_uses_them(string location, bool allowed)
    {
        var act = () => RedirectRules.Follow(new Uri("https://archive.org/metadata/x"), new Uri(location), Archive);

        Assert.Equal(allowed, Record.Exception(() => { act(); }) is null);
    }

    [Theory]
    [InlineData(HttpStatusCode.MovedPermanently)]
    [InlineData(HttpStatusCode.Found)]
    [InlineData(HttpStatusCode.SeeOther)]
    [InlineData(HttpStatusCode.TemporaryRedirect)]
    [InlineData(HttpStatusCode.PermanentRedirect)]
    public async Task Every_kind_of_redirect_is_followed(HttpStatusCode status)
    {
        var host = new ScriptedHost(_clock, () => ScriptedHost.Moved(status, "/api/there/"), ScriptedHost.Ok);

        var answer = await FetchAsync(host);

        Assert.Equal(new Uri("https://rutube.ru/api/there/"), answer.Url);
    }

    [Fact]
    public async Task A_redirect_to_another_host_is_never_asked()
    {
        var host = new ScriptedHost(_clock, () => ScriptedHost.Moved(HttpStatusCode.Found, "https://127.0.0.1/admin"), ScriptedHost.Ok);

        await Assert.ThrowsAsync<SourceException>(() => FetchAsync(host));

        Assert.Equal("rutube.ru", Assert.Single(host.Asked).Url.Host);
    }

    [Fact]
    public async Task A_loop_of_redirects_ends_after_five_hops()
    {
        var host = new ScriptedHost(_clock, () => ScriptedHost.Moved(HttpStatusCode.Found, "/api/again/"));

        var failure = await Assert.ThrowsAsync<SourceException>(() => FetchAsync(host));

        Assert.Equal(SourceFailure.Contract, failure.Failure);
        Assert.Equal(1 + RedirectRules.MaxHops, host.Asked.Count);
    }

    private Task<FetchedBody> FetchAsync(ScriptedHost host)
    {
        var http = new PoliteHttpFactory(host, _clock, new Random(1), NullLoggerFactory.Instance).Create(Rutube, new FetchMeter());
        return VirtualTime.RunAsync(
            _clock, () => http.GetBytesAsync(new Uri("https://rutube.ru/api/here/"), CancellationToken.None));
    }
}
