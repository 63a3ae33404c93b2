using System.Runtime.CompilerServices;
using Scraper.Fetching;

namespace Scraper.Sources.Rutube;

/// <summary>Rutube, through the JSON API that its own site uses.</summary>
internal sealed class RutubeSource(SourceOptions options, PoliteHttpFactory fetching, TimeProvider clock) : ILinkedSource
{
    public const string SourceName = "rutube";

    /// <summary>The words that film uploads carry, and the category of films (4), where trailers and reviews lie too.</summary>
    public static readonly SourceOptions Defaults = new()
    {
        BaseUrl = new Uri("https://rutube.ru"),
        Cron = "0 0 3 * * ?",
        Targets = ["search:фильм", "search:художественный фильм", "search:советский фильм", "category:4"],
    };

    public string Name => SourceName;

    public IReadOnlyList<string> TargetForms => RutubeTargets.Forms;

    public SourceTarget ReadTarget(string text) => RutubeTargets.Read(text);

    public SourceLink? FindLink(string sourceUrl, string? embedUrl) =>
        RutubeAddresses.VideoOf(sourceUrl) is { } id
            ? new SourceLink(id, new SourceTarget("video", RutubeAddresses.Key(embedUrl) is { } key ? $"{id}?p={key}" : id))
            : null;

    public IAsyncEnumerable<SourcePage> ReadAsync(
        SourceTarget target, string? cursor, FetchMeter meter, CancellationToken cancellationToken)
    {
        var http = fetching.Create(options.Scope, meter);
        return target.Form switch
        {
            "video" => ReadVideoAsync(http, target.Value, cancellationToken),
            "rss" => ReadRssAsync(http, target.Value, cancellationToken),
            "showcase" => new RutubeShowcase(http, options, LastYear).WalkAsync(target.Value, cursor, cancellationToken),
            "card" => ReadCardAsync(http, target.Value, cursor, cancellationToken),
            "category" => new RutubeListing(http, options).WalkAsync(
                cursor ?? RutubeCategory.FirstPath(target.Value, clock.GetUtcNow()),
                card: null, RutubeCategory.DayBefore, cancellationToken),
            _ => new RutubeListing(http, options).WalkAsync(
                cursor ?? FirstPath(target), card: null, afterList: null, cancellationToken),
        };
    }

    private int LastYear => clock.GetUtcNow().Year + 1;

    private static string FirstPath(SourceTarget target) => target.Form switch
    {
        "search" => $"/api/search/video/?query={Uri.EscapeDataString(target.Value)}&page=1&format=json",
        "channel" => $"/api/video/person/{target.Value}/?page=1&format=json",
        "playlist" => $"/api/playlist/custom/{target.Value}/videos?page=1&format=json",
        "person" => $"/api/metainfo/person/{target.Value}/video?page=1&format=json",
        "tag" => $"/api/tags/video/{target.Value}/?page=1&format=json",
        _ => throw new ArgumentException($"Rutube has no targets of the form {target.Form}.", nameof(target)),
    };

    private async IAsyncEnumerable<SourcePage> ReadVideoAsync(
        PoliteHttp http, string value, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await new RutubeSingleVideo(http, options.BaseUrl!).ReadAsync(value, cancellationToken);
    }

    private async IAsyncEnumerable<SourcePage> ReadRssAsync(
        PoliteHttp http, string channel, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var text = await http.GetTextAsync(new Uri(options.BaseUrl!, $"/rss/video/person/{channel}/"), cancellationToken);
        yield return RutubeRss.Read(text, channel);
    }

    private async IAsyncEnumerable<SourcePage> ReadCardAsync(
        PoliteHttp http, string id, string? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        RutubeCard card;
        using (var json = await http.GetJsonAsync(
            new Uri(options.BaseUrl!, $"/api/metainfo/tv/{id}/?format=json"), cancellationToken))
        {
            card = RutubeCard.Read(json.Root, json.Url, LastYear);
        }

        // Of a show only whole episodes (type 2). Which number a film's own video has is not known: all is read.
        var type = card.Kind == RutubeCardKind.Show ? "&type=2" : "";
        var first = cursor ?? $"/api/metainfo/tv/{id}/video/?page=1{type}&format=json";
        await foreach (var page in new RutubeListing(http, options)
            .WalkAsync(first, card, afterList: null, cancellationToken))
        {
            yield return page;
        }
    }
}
