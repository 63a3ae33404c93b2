using System.Runtime.CompilerServices;
using Scraper.Fetching;

namespace Scraper.Sources.Feeds;

/// <summary>Walks a feed over all its documents: the pages that follow each other, or the parts of a sitemap index.
/// Large documents are cut into several pages.</summary>
internal sealed class FeedWalk(PoliteHttp http, Uri root, int pageLimit, TimeProvider clock) : IDisposable
{
    private const int PageSize = 500;

    private readonly HashSet<Uri> _documentsSeen = [];
    private readonly HashSet<string> _itemsSeen = new(StringComparer.Ordinal);
    private FeedDocument? _document;
    private Uri? _address;
    private IReadOnlyList<Uri> _parts = [];

    /// <param name="start">Where the walk goes on; null for the beginning.</param>
    public async IAsyncEnumerable<SourcePage> ReadAsync(
        FeedCursor? start, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var at = start ?? new FeedCursor(root, 0, InIndex: false);
        if (at.InIndex)
        {
            _parts = SitemapIndex.Read(await OpenAsync(root, cancellationToken)).Parts;
        }

        for (var pages = 1; at is not null; pages++)
        {
            var page = await ReadPageAsync(at, cancellationToken);
            at = pages < pageLimit ? page.Next : null;
            yield return new SourcePage(
                [.. page.Items.Select(item => item.Video).OfType<RawVideo>()],
                [.. page.Items.Select(item => item.Reject).OfType<RejectedItem>()],
                at?.ToString());
            if (page.Broken is not null)
            {
                throw page.Broken;
            }
        }
    }

    public void Dispose() => _document?.Dispose();

    private async Task<FeedPage> ReadPageAsync(FeedCursor at, CancellationToken cancellationToken)
    {
        var document = _document;
        if (document is null || at.Url != _address)
        {
            document = await OpenAsync(at.Url, cancellationToken);
            Skip(document, at.Entries);
        }

        return document.Kind != FeedKind.SitemapIndex ? ReadEntries(document, at)
            : at.InIndex ? new FeedPage([Refuse($"{at.Url} is an index of sitemaps inside another one", "")], NextPart(at))
            : ReadIndex(document, at);
    }

    private FeedPage ReadIndex(FeedDocument document, FeedCursor at)
    {
        var index = SitemapIndex.Read(document);
        _parts = index.Parts;
        return new FeedPage(
            [.. index.Rejects.Select(reject => Refuse(reject.Reason, reject.Payload))], NextPart(at));
    }

    private FeedPage ReadEntries(FeedDocument document, FeedCursor at)
    {
        List<ReadItem> items = [];
        var read = 0;
        try
        {
            for (; read < PageSize && document.NextEntry() is { } entry; read++)
            {
                items.AddRange(document.Kind == FeedKind.Sitemap
                    ? SitemapEntry.Read(entry, document, clock.GetUtcNow())
                    : [FeedEntry.Read(entry, document)]);
            }

            var fresh = New(items);
            var next = document.HasMore() ? at with { Entries = at.Entries + read }
                : at.InIndex ? NextPart(at)
                // Some hosts promise a next page for ever, with nothing new on it.
                : fresh.Count > 0 ? NextPage(document)
                : null;
            return new FeedPage(fresh, next);
        }
        catch (SourceException malformed)
        {
            // What came before the fault is sound.
            return new FeedPage(New(items), at with { Entries = at.Entries + read }) { Broken = malformed };
        }
    }

    // What was on an earlier page is left out; two entries of one page's address are one upload.
    private IReadOnlyList<ReadItem> New(IEnumerable<ReadItem> items) =>
        [.. items.Where(item => item.Video is not { } video || _itemsSeen.Add(video.ExternalId))];

    private FeedCursor? NextPart(FeedCursor at)
    {
        // From a part that is not listed any more, all are read that were not.
        var here = _parts.ToList().IndexOf(at.Url);
        return _parts.Skip(here + 1).FirstOrDefault(part => !_documentsSeen.Contains(part)) is { } following
            ? new FeedCursor(following, 0, InIndex: true)
            : null;
    }

    private FeedCursor? NextPage(FeedDocument document) =>
        document.Next is { } written && Uri.TryCreate(document.BaseUrl, written, out var next) && !_documentsSeen.Contains(next)
            ? new FeedCursor(next, 0, InIndex: false)
            : null;

    private async Task<FeedDocument> OpenAsync(Uri url, CancellationToken cancellationToken)
    {
        _documentsSeen.Add(url);
        _document?.Dispose();
        _document = null;
        _document = FeedDocument.Open(await http.GetTextAsync(url, cancellationToken));
        _address = url;
        return _document;
    }

    private static void Skip(FeedDocument document, int entries)
    {
        while (entries > 0 && document.NextEntry() is not null)
        {
            entries--;
        }
    }

    private static ReadItem Refuse(string reason, string payload) => ReadItem.Refuse(externalId: null, reason, payload);
}

/// <summary>What was read at once.</summary>
/// <param name="Next">Where to read on; null at the end.</param>
internal sealed record FeedPage(IReadOnlyList<ReadItem> Items, FeedCursor? Next)
{
    /// <summary>What is wrong with the document behind these items.</summary>
    public SourceException? Broken { get; init; }
}
