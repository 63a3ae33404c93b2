namespace Scraper.Sources.Sites.Definitions;

/// <summary>A site as a person described it: where its listing lies, and what stands where on its pages.</summary>
/// <param name="Id">The source's name.</param>
/// <param name="BaseUrl">Root of the host; records carry addresses below it.</param>
/// <param name="Detail">The page of a single film; null when the listing says everything.</param>
internal sealed record SiteDefinition(
    string Id, string Name, Uri BaseUrl, string? Language, SiteFetch Fetch, SiteList List, SiteDetail? Detail,
    SiteAccept Accept, SiteHealth Health, IReadOnlyList<SiteSample> Samples)
{
    /// <summary>Version of the form that this program reads.</summary>
    public const int Schema = 1;
}

/// <summary>How the site is fetched: only ever slower than the configuration says.</summary>
/// <param name="Browser">How pages are rendered; null when plain requests do.</param>
/// <param name="Encoding">Of pages that do not say, or say it wrong.</param>
internal sealed record SiteFetch(
    SiteBrowser? Browser, string? Encoding, IReadOnlyDictionary<string, string> Headers, TimeSpan MinDelay, TimeSpan? Timeout);

/// <param name="WaitFor">What has to be on the page before it is read, a selector.</param>
/// <param name="Blocked">Kinds of resources that are never loaded.</param>
/// <param name="Hosts">Hosts besides the site's own that its pages may load from.</param>
internal sealed record SiteBrowser(string? WaitFor, IReadOnlyList<string> Blocked, IReadOnlyList<string> Hosts);

/// <summary>The listing.</summary>
/// <param name="Start">Addresses of first pages, with {page} or {cursor} where the number or the token goes.</param>
/// <param name="SkipRowsWithout">Rows that lack this are no items: headings, advertisements.</param>
/// <param name="Key">Gives the item's own stable id.</param>
internal sealed record SiteList(
    IReadOnlyList<string> Start, SitePages Pages, FieldPlace Rows, string? SkipRowsWithout, FieldRule Key,
    IReadOnlyList<FieldRule> Fields);

/// <summary>How a listing goes on.</summary>
/// <param name="From">Number of the first page.</param>
/// <param name="Max">Most pages of one start; null for as many as the configuration allows.</param>
/// <param name="Next">Finds the next page's address, or the token for {cursor}.</param>
internal sealed record SitePages(PagesBy By, int From, int? Max, FieldRule? Next, PagesStop Stop);

internal enum PagesBy
{
    /// <summary>One page per start.</summary>
    Single,
    Number,
    Next,
    Cursor,
    Sitemap,
    Feed,
}

internal enum PagesStop
{
    /// <summary>At the first page without new rows.</summary>
    Empty,

    /// <summary>Also at a page whose rows all stood in the last complete walk.</summary>
    Known,

    /// <summary>Also at a page whose rows are all older than the last complete walk.</summary>
    Watermark,
}

/// <param name="From">The field that holds the page's address.</param>
internal sealed record SiteDetail(string From, DetailWhen When, IReadOnlyList<FieldRule> Fields);

internal enum DetailWhen
{
    Never,

    /// <summary>Once per item.</summary>
    New,

    /// <summary>Again when what the listing says of the item is not what it said before.</summary>
    Changed,
}

/// <summary>Which items go on to be judged.</summary>
internal sealed record SiteAccept(
    IReadOnlyList<string> Kinds, IReadOnlyList<string> Require, TimeSpan? MinDuration, IReadOnlyList<string> Languages);

/// <summary>What a sound page looks like, until the source has a history to be compared with.</summary>
internal sealed record SiteHealth(
    int MinItems, IReadOnlyDictionary<string, double> Coverage, double? MaxUnknownKindShare, double? MaxChangeShare);

/// <summary>A page kept beside the definition, and what it must give.</summary>
/// <param name="At">When it was kept: what "yesterday" on it counts from.</param>
internal sealed record SiteSample(string Name, Uri Url, string Body, string Expect, DateTimeOffset? At);
