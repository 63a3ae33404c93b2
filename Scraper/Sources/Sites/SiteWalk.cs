using System.Globalization;
using Scraper.Sources.Sites.Definitions;
using Scraper.Sources.Sites.Extracting;

namespace Scraper.Sources.Sites;

/// <summary>The way through a site's listing, page after page.</summary>
internal sealed class SiteWalk(SiteDefinition site, SiteWeb web)
{
    private const int MaxSitemaps = 1000;

    private readonly Dictionary<int, IReadOnlyList<Uri>> _sitemaps = [];
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);

    private SitePages Pages => site.List.Pages;

    /// <summary>The address of the first page that holds rows.</summary>
    public async Task<Uri> FirstAsync(CancellationToken cancellationToken)
    {
        var start = AddressOf(SiteCursor.First);
        return Pages.By == PagesBy.Sitemap && PartsOf(await web.GetAsync(start, cancellationToken)) is [var part, ..] ? part : start;
    }

    /// <summary>Opens the page at a cursor.</summary>
    public async Task<SitePage> OpenAsync(SiteCursor at, CancellationToken cancellationToken)
    {
        if (Pages.By != PagesBy.Sitemap)
        {
            return await web.GetAsync(AddressOf(at), cancellationToken);
        }

        if (!_sitemaps.TryGetValue(at.Start, out var parts))
        {
            var start = await web.GetAsync(AddressOf(at with { At = null }), cancellationToken);
            _sitemaps[at.Start] = parts = PartsOf(start);
            if (parts.Count == 0)
            {
                return start;
            }
        }

        return await web.GetAsync(parts[Math.Min(at.Page, parts.Count - 1)], cancellationToken);
    }

    /// <summary>The page after this one; null when it was the last.</summary>
    public SiteCursor? After(SiteCursor at, SitePage page, SiteListing listing)
    {
        // Some sites show their last page again for every number past it.
        var before = _keys.Count;
        _keys.UnionWith(listing.Records.Select(record => record.Key).OfType<string>());
        var isNew = _keys.Count > before;
        var next = isNew && at.Page + 1 < (Pages.Max ?? int.MaxValue) ? NextOf(at, page, listing) : null;
        return next ?? (at.Start + 1 < site.List.Start.Count ? new SiteCursor(at.Start + 1, 0, 0, At: null) : null);
    }

    private SiteCursor? NextOf(SiteCursor at, SitePage page, SiteListing listing) => Pages.By switch
    {
        PagesBy.Number => at.Following(at: null),
        PagesBy.Sitemap => at.Page + 1 < _sitemaps[at.Start].Count ? at.Following(at: null) : null,
        PagesBy.Cursor => listing.Next is { } token && _visited.Add(token) ? at.Following(token) : null,
        PagesBy.Next or PagesBy.Feed => listing.Next is { } text && Resolve(page, text) is { } url && _visited.Add(url)
            ? at.Following(url) : null,
        _ => null,
    };

    private Uri AddressOf(SiteCursor at)
    {
        if (Pages.By is PagesBy.Next or PagesBy.Feed && at.At is { } address)
        {
            return new Uri(address);
        }

        var filled = site.List.Start[at.Start]
            .Replace("{page}", (Pages.From + at.Page).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{cursor}", Uri.EscapeDataString(at.At ?? ""), StringComparison.Ordinal);
        return new Uri(site.BaseUrl, filled);
    }

    private static string? Resolve(SitePage page, string text) =>
        Uri.TryCreate(page.BaseUrl, text, out var url) && url.AbsoluteUri != page.Url.AbsoluteUri ? url.AbsoluteUri : null;

    private static IReadOnlyList<Uri> PartsOf(SitePage page) =>
    [
        .. (page.Root?.QuerySelectorAll("sitemap > loc") ?? Enumerable.Empty<AngleSharp.Dom.IElement>())
            .Select(part => Uri.TryCreate(page.Url, part.TextContent.Trim(), out var url) ? url : null)
            .OfType<Uri>().Take(MaxSitemaps),
    ];
}
