namespace Scraper.Sources.Feeds;

/// <summary>The sitemaps that an index lists. Those at other hosts are refused: nobody asked for them.</summary>
internal sealed record SitemapIndex(IReadOnlyList<Uri> Parts, IReadOnlyList<RejectedItem> Rejects)
{
    /// <exception cref="SourceException">The document is malformed.</exception>
    public static SitemapIndex Read(FeedDocument document)
    {
        List<Uri> parts = [];
        List<RejectedItem> rejects = [];
        while (document.NextEntry() is { } entry)
        {
            var written = entry.Own("loc").Text();
            var problem = !Uri.TryCreate(document.BaseUrl, written ?? "", out var part) || written is null
                ? $"loc is {written ?? "missing"}, not the address of a sitemap"
                : WebAddress.HostName(part) == document.Url.IdnHost ? null
                : $"loc is {written}, which lies at another host than {document.Url.IdnHost}";
            if (problem is null)
            {
                parts.Add(part!);
            }
            else
            {
                rejects.Add(RejectedItem.Of(externalId: null, problem, entry.ToString()));
            }
        }

        return new SitemapIndex([.. parts.Distinct()], rejects);
    }
}
