using Scraper.Fetching;
using Scraper.Fetching.Browsing;
using Scraper.Sources.Sites.Definitions;

namespace Scraper.Sources.Sites;

/// <summary>Opens the way to a site: plain requests, or a browser where its definition asks for one.</summary>
internal sealed class SiteFetching(PoliteHttpFactory requests, RenderedHttpFactory rendered)
{
    public SiteWeb Open(SiteDefinition site, SourceOptions options, FetchMeter meter)
    {
        var delay = site.Fetch.MinDelay > options.Delay ? site.Fetch.MinDelay : options.Delay;
        var scope = new FetchScope(options.BaseUrl!, delay)
        {
            Headers = site.Fetch.Headers,
            TimeLimit = site.Fetch.Timeout ?? WireExchange.TimeLimit,
        };
        var http = site.Fetch.Browser is { } browser
            ? rendered.Create(scope, meter, new RenderRules(site.BaseUrl, browser.WaitFor, browser.Blocked, browser.Hosts))
            : requests.Create(scope, meter);
        return new SiteWeb(site, options.BaseUrl!, http);
    }
}
