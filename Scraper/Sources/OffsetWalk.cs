using System.Globalization;
using System.Runtime.CompilerServices;

namespace Scraper.Sources;

/// <summary>Walks a list that is asked for by the number of the first item. That number is the cursor.</summary>
internal static class OffsetWalk
{
    /// <param name="read">Reads the page that begins with an item.</param>
    public static async IAsyncEnumerable<SourcePage> ReadAsync(
        string? cursor,
        int pageLimit,
        Func<long, CancellationToken, Task<OffsetPage>> read,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        long? offset = cursor is null ? 0 : long.Parse(cursor, NumberStyles.None, CultureInfo.InvariantCulture);
        for (var pages = 1; offset is { } start; pages++)
        {
            var page = await read(start, cancellationToken);
            var sent = page.Items.Select(item => item.Video).OfType<RawVideo>().ToList();
            var videos = sent.Where(video => seen.Add(video.ExternalId)).ToList();

            // A host that knows no offsets sends its first page for ever.
            var repeats = sent.Count > 0 && videos.Count == 0;
            var isLast = page.Step == 0 || repeats || start + page.Step >= page.Total || pages >= pageLimit;
            offset = isLast ? null : start + page.Step;
            yield return new SourcePage(
                videos,
                [.. page.Items.Select(item => item.Reject).OfType<RejectedItem>()],
                offset?.ToString(CultureInfo.InvariantCulture),
                page.Total);
        }
    }
}

/// <summary>A page of such a list.</summary>
/// <param name="Items">Every item, read or refused.</param>
/// <param name="Step">How many items further the next page begins; 0 after the end.</param>
/// <param name="Total">How many items the host says there are; null when it does not say.</param>
internal sealed record OffsetPage(IReadOnlyList<ReadItem> Items, int Step, int? Total);
