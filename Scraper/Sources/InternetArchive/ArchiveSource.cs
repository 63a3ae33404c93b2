using System.Runtime.CompilerServices;
using Scraper.Fetching;

namespace Scraper.Sources.InternetArchive;

/// <summary>The Internet Archive. Collections and searches go through the scrape API alone: it has no end at ten thousand
/// results, as advancedsearch has, and its cursor lets a run that was cut go on. Sorting is left to the API, because its
/// own order, by identifier, is the one that a cursor keeps when items are added.</summary>
internal sealed class ArchiveSource(SourceOptions options, PoliteHttpFactory fetching, TimeProvider clock) : ILinkedSource
{
    public const string SourceName = "archive";

    public static readonly SourceOptions Defaults = new()
    {
        BaseUrl = new Uri("https://archive.org"),
        Cron = "0 30 3 * * ?",
        Targets = ["collection:feature_films", "collection:silent_films"],
        PageLimit = 100,
        Details = false,
    };

    // Least is 100. Descriptions can be long, and a page has to stay far below what one answer may hold.
    private const int PageSize = 200;

    private const string Fields =
        "identifier,title,description,creator,subject,year,date,publicdate,downloads,runtime,language,mediatype,collection,"
        + "licenseurl";

    public string Name => SourceName;

    public IReadOnlyList<string> TargetForms => ArchiveTargets.Forms;

    public SourceTarget ReadTarget(string text) => ArchiveTargets.Read(text);

    public SourceLink? FindLink(string sourceUrl, string? embedUrl) =>
        ArchiveTargets.ItemOf(sourceUrl) is { } id ? new SourceLink(id, new SourceTarget("item", id)) : null;

    public IAsyncEnumerable<SourcePage> ReadAsync(
        SourceTarget target, string? cursor, FetchMeter meter, CancellationToken cancellationToken)
    {
        // Items are served by numbered hosts below archive.org, so redirects may lead there.
        var http = fetching.Create(options.Scope with { WithSubdomains = true }, meter);
        return target.Form switch
        {
            "item" => ReadItemAsync(http, target.Value, cancellationToken),
            "collection" => WalkAsync(http, $"collection:({target.Value}) AND mediatype:movies", cursor, cancellationToken),
            "search" => WalkAsync(http, $"({target.Value}) AND mediatype:movies", cursor, cancellationToken),
            _ => throw new ArgumentException($"The Archive has no targets of the form {target.Form}.", nameof(target)),
        };
    }

    private int LastYear => clock.GetUtcNow().Year + 1;

    private async IAsyncEnumerable<SourcePage> WalkAsync(
        PoliteHttp http, string query, string? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        HashSet<string> itemsSeen = new(StringComparer.Ordinal);
        HashSet<string> cursorsSeen = new(StringComparer.Ordinal);
        var next = cursor;
        for (var pages = 1; pages == 1 || next is not null; pages++)
        {
            var page = await ReadPageAsync(http, query, next, cancellationToken);
            next = pages < options.PageLimit && page.Cursor is { } following && cursorsSeen.Add(following)
                ? following
                : null;
            yield return new SourcePage(
                [.. page.Items.Select(item => item.Video).OfType<RawVideo>()
                    .Where(video => itemsSeen.Add(video.ExternalId))],
                [.. page.Items.Select(item => item.Reject).OfType<RejectedItem>()],
                next,
                page.Total);
        }
    }

    private async Task<ArchivePage> ReadPageAsync(
        PoliteHttp http, string query, string? cursor, CancellationToken cancellationToken)
    {
        var path = $"/services/search/v1/scrape?q={Uri.EscapeDataString(query)}&fields={Fields}&count={PageSize}"
            + (cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}");
        using var json = await http.GetJsonAsync(new Uri(options.BaseUrl!, path), cancellationToken);
        var page = ArchivePage.Read(json.Root, json.Url, LastYear);
        if (options.Details != true)
        {
            return page;
        }

        List<ReadItem> items = [];
        foreach (var item in page.Items)
        {
            items.Add(item.Video is { } video ? await CompleteAsync(http, item, video.ExternalId, cancellationToken) : item);
        }

        return page with { Items = items };
    }

    private async Task<ReadItem> CompleteAsync(
        PoliteHttp http, ReadItem listed, string id, CancellationToken cancellationToken)
    {
        try
        {
            return await AskItemAsync(http, id, cancellationToken);
        }
        catch (SourceException gone) when (gone.Failure is SourceFailure.Gone or SourceFailure.Refused)
        {
            // Taken down since it was listed, or not for us: the list still says what it said.
            return listed;
        }
    }

    private async IAsyncEnumerable<SourcePage> ReadItemAsync(
        PoliteHttp http, string id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return (await AskItemAsync(http, id, cancellationToken)).AsPage();
    }

    private async Task<ReadItem> AskItemAsync(PoliteHttp http, string id, CancellationToken cancellationToken)
    {
        using var json = await http.GetJsonAsync(new Uri(options.BaseUrl!, $"/metadata/{id}"), cancellationToken);
        return ArchiveItem.Read(json.Root, json.Url, LastYear);
    }
}
