namespace Scraper.Fetching.Browsing;

/// <summary>Fetches pages as a browser shows them. Gate, pace, retries and limits are those of every request.</summary>
internal sealed class RenderedHttpFactory(PoliteHttpFactory requests, BrowserPool browsers)
{
    public PoliteHttp Create(FetchScope scope, FetchMeter meter, RenderRules rules) => requests.CreateOver(
        wire => new HttpMessageInvoker(new RenderingHandler(wire, browsers, scope, rules, meter)), scope, meter);
}
