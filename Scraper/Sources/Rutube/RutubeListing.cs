using System.Runtime.CompilerServices;
using Scraper.Fetching;

namespace Scraper.Sources.Rutube;

/// <summary>Walks a list from page to page. The cursor is the path and query of the page that comes next.</summary>
internal sealed class RutubeListing(PoliteHttp http, SourceOptions options)
{
    /// <param name="first">Path and query of the first page to read.</param>
    /// <param name="card">The card whose list this is.</param>
    /// <param name="afterList">The list that follows the one that ended with a page; null when none does.</param>
    public async IAsyncEnumerable<SourcePage> WalkAsync(
        string first,
        RutubeCard? card,
        Func<string, string?>? afterList,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Lists shift while they are read, and some lead back to themselves.
        HashSet<string> videosSeen = new(StringComparer.Ordinal);
        HashSet<string> pagesSeen = new([first], StringComparer.Ordinal);
        var path = first;
        for (var pages = 1; path is not null; pages++)
        {
            var page = await ReadAsync(path, card, cancellationToken);
            var next = page.NextPath is { } following && pagesSeen.Add(following) ? following : afterList?.Invoke(path);
            path = pages < options.PageLimit ? next : null;
            yield return new SourcePage(
                [.. page.Items.Select(item => item.Video).OfType<RawVideo>()
                    .Where(video => videosSeen.Add(video.ExternalId))],
                [.. page.Items.Select(item => item.Reject).OfType<RejectedItem>()],
                path,
                page.Total)
            {
                // A list that another one follows is one day's; the days are walked backwards.
                IsNewestFirst = afterList is not null,
            };
        }
    }

    private async Task<RutubePage> ReadAsync(string path, RutubeCard? card, CancellationToken cancellationToken)
    {
        using var json = await http.GetJsonAsync(new Uri(options.BaseUrl!, path), cancellationToken);
        return RutubePage.Read(json.Root, json.Url, card);
    }
}
