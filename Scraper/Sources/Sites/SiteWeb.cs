using Scraper.Fetching;
using Scraper.Sources.Sites.Definitions;
using Scraper.Sources.Sites.Extracting;

namespace Scraper.Sources.Sites;

/// <summary>Fetches a site's pages. Addresses are the definition's own, also where the configuration puts another host
/// in its place: records must not depend on where a copy of the site was read.</summary>
/// <param name="host">Where the site is really asked for.</param>
internal sealed class SiteWeb(SiteDefinition site, Uri host, PoliteHttp http)
{
    /// <exception cref="SourceException">The page lies elsewhere, cannot be fetched, or must not be parsed.</exception>
    public async Task<SitePage> GetAsync(Uri url, CancellationToken cancellationToken)
    {
        var (answered, answer) = await FetchAsync(url, cancellationToken);
        return SitePage.Read(answered, answer.Body, EncodingOf(answer));
    }

    /// <summary>The page's address after redirects, and what came.</summary>
    public async Task<(Uri Url, FetchedBody Answer)> FetchAsync(Uri url, CancellationToken cancellationToken)
    {
        if (url.Authority != site.BaseUrl.Authority || url.Scheme != site.BaseUrl.Scheme)
        {
            throw new SourceException(
                SourceFailure.Forbidden, $"{url} is not fetched: only {site.BaseUrl} is this site's. Look at what leads there.");
        }

        var answer = await http.GetPageAsync(new Uri(host, url.PathAndQuery), cancellationToken);
        return (new Uri(site.BaseUrl, answer.Url.PathAndQuery), answer);
    }

    public string? EncodingOf(FetchedBody answer) => site.Fetch.Encoding ?? answer.Charset;
}
