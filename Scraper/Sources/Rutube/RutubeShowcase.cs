using System.Runtime.CompilerServices;
using System.Text.Json;
using Scraper.Fetching;

namespace Scraper.Sources.Rutube;

/// <summary>Walks a showcase ("feeds/movies"): its tabs name lists, and those hold videos or cards of films. The cursor
/// is the path of the list's page, behind the number of the list.</summary>
internal sealed class RutubeShowcase(PoliteHttp http, SourceOptions options, int lastYear)
{
    public async IAsyncEnumerable<SourcePage> WalkAsync(
        string slug, string? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lists = await ReadListsAsync(slug, cancellationToken);
        HashSet<string> videosSeen = new(StringComparer.Ordinal);
        HashSet<string> pagesSeen = new(StringComparer.Ordinal);
        var at = cursor is null ? new RutubePlace(0, lists.Count > 0 ? lists[0] : "") : RutubePlace.Read(cursor);
        for (var pages = 1; at.List < lists.Count; pages++)
        {
            pagesSeen.Add(at.Path);
            var page = await ReadPageAsync(at.Path, cancellationToken);
            var next = page.NextPath is { } following && !pagesSeen.Contains(following)
                ? at with { Path = following }
                : NextList(lists, at.List, pagesSeen);
            yield return new SourcePage(
                [.. page.Items.Select(item => item.Video).OfType<RawVideo>()
                    .Where(video => videosSeen.Add(video.ExternalId))],
                [.. page.Items.Select(item => item.Reject).OfType<RejectedItem>()],
                pages < options.PageLimit ? next?.ToString() : null);
            if (next is null || pages >= options.PageLimit)
            {
                yield break;
            }

            at = next;
        }
    }

    private static RutubePlace? NextList(IReadOnlyList<string> lists, int list, HashSet<string> pagesSeen)
    {
        for (var next = list + 1; next < lists.Count; next++)
        {
            if (!pagesSeen.Contains(lists[next]))
            {
                return new RutubePlace(next, lists[next]);
            }
        }

        return null;
    }

    private async Task<IReadOnlyList<string>> ReadListsAsync(string slug, CancellationToken cancellationToken)
    {
        using var json = await http.GetJsonAsync(new Uri(options.BaseUrl!, $"/api/feeds/{slug}/?format=json"), cancellationToken);
        if (json.Root.Field("tabs") is not { ValueKind: JsonValueKind.Array } tabs)
        {
            throw new SourceException(
                SourceFailure.Contract,
                $"{json.Url} is not the showcase that Rutube's API promises: the field \"tabs\" is "
                + $"{json.Root.Describe("tabs")}, not a list. The source has changed.");
        }

        return
        [
            .. from tab in tabs.EnumerateArray()
               from resource in tab.Items("resources")
               where resource.ValueKind == JsonValueKind.Object
               // Addresses elsewhere are read from their path, as everywhere: the host stays the one we ask.
               where Uri.TryCreate(json.Url, resource.Text("url"), out _)
               let url = new Uri(json.Url, resource.Text("url"))
               where url.AbsolutePath.StartsWith("/api/", StringComparison.Ordinal)
               select url.PathAndQuery,
        ];
    }

    private async Task<RutubePage> ReadPageAsync(string path, CancellationToken cancellationToken)
    {
        using var json = await http.GetJsonAsync(new Uri(options.BaseUrl!, path), cancellationToken);
        var page = RutubePage.Read(json.Root, json.Url, card: null, RutubeShowcaseItem.IsVideo);
        List<ReadItem> items = [.. page.Items];
        foreach (var card in json.Root.Items("results").Select(RutubeShowcaseItem.FilmCard).OfType<JsonElement>())
        {
            items.AddRange(await ReadFilmAsync(card, json.Url, cancellationToken));
        }

        return page with { Items = items };
    }

    // A film has few videos: they are on the first page of its list.
    private async Task<IReadOnlyList<ReadItem>> ReadFilmAsync(JsonElement card, Uri url, CancellationToken cancellationToken)
    {
        try
        {
            var film = RutubeCard.Read(card, url, lastYear);
            using var json = await http.GetJsonAsync(
                new Uri(options.BaseUrl!, $"/api/metainfo/tv/{card.Number("id")}/video/?page=1&format=json"), cancellationToken);
            return RutubePage.Read(json.Root, json.Url, film).Items;
        }
        catch (SourceException unreadable) when (unreadable.Failure is SourceFailure.Gone or SourceFailure.Contract)
        {
            return [ReadItem.Refuse($"card/{card.Describe("id")}", unreadable.Message, card.Raw())];
        }
    }
}
