using System.Net;
using System.Text;
using Microsoft.Playwright;

namespace Scraper.Fetching.Browsing;

/// <summary>Answers a request with the page as it is after its scripts have run. The document comes by a plain request
/// first: failures and redirects are seen as everywhere else, and cost no browser.</summary>
internal sealed class RenderingHandler(
    HttpMessageInvoker wire, BrowserPool browsers, FetchScope scope, RenderRules rules, FetchMeter meter) : HttpMessageHandler
{
    // The rest is for the document itself, and for a browser that has to be started first.
    private const double PatienceShare = 0.7;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var url = request.RequestUri!;
        var response = await wire.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.OK
            || response.Content.Headers.ContentType?.MediaType is not ("text/html" or "application/xhtml+xml"))
        {
            return response;
        }

        using (response)
        {
            var document = await BoundedBody.ReadAsync(response.Content, new FetchRequest(url, FetchRequest.Text), meter, cancellationToken);
            var traffic = new PageTraffic(wire, scope, rules, meter, cancellationToken);
            var answer = PageTraffic.AnswerOf(response, document);
            var html = await browsers.RenderAsync(
                new RenderOrder(url, rules, scope.TimeLimit * PatienceShare, route => IsDocument(route, url)
                    ? route.FulfillAsync(answer)
                    : traffic.AnswerAsync(route)),
                cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(html, Encoding.UTF8, "text/html") };
        }
    }

    private static bool IsDocument(IRoute route, Uri url) =>
        route.Request.IsNavigationRequest && route.Request.Frame.ParentFrame is null && route.Request.Url == url.AbsoluteUri;
}
