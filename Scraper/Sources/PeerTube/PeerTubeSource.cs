using System.Runtime.CompilerServices;
using Scraper.Fetching;

namespace Scraper.Sources.PeerTube;

/// <summary>One PeerTube instance, with the videos of all instances that it follows.</summary>
internal sealed class PeerTubeSource(SourceOptions options, PoliteHttpFactory fetching) : ILinkedSource
{
    public const string SourceName = "peertube";

    /// <summary>The instance of PeerTube's makers, and the words that whole films carry.</summary>
    public static readonly SourceOptions Defaults = new()
    {
        BaseUrl = new Uri("https://framatube.org"),
        Cron = "0 0 5 * * ?",
        Targets = ["search:full movie", "search:film complet", "search:фильм"],
        PageLimit = 20,
        Details = true,
    };

    // A hundred are the most; with details of each, a page is to stay one that can be lost.
    private const int PageSize = 50;

    public string Name => SourceName;

    public IReadOnlyList<string> TargetForms => PeerTubeTargets.Forms;

    public SourceTarget ReadTarget(string text) => PeerTubeTargets.Read(text);

    public SourceLink? FindLink(string sourceUrl, string? embedUrl) =>
        // The player's address always holds the uuid, a page's may hold a short form of it.
        (PeerTubeAddresses.VideoOf(embedUrl) ?? PeerTubeAddresses.VideoOf(sourceUrl)) is { } video
        && PeerTubeAddresses.IsUuid(video.Id)
            ? new SourceLink(
                video.Id.ToLowerInvariant(), new SourceTarget("video", PeerTubeAddresses.Page(video.Host, video.Id)))
            : null;

    public IAsyncEnumerable<SourcePage> ReadAsync(
        SourceTarget target, string? cursor, FetchMeter meter, CancellationToken cancellationToken)
    {
        if (target.Form == "video")
        {
            return ReadVideoAsync(target.Value, meter, cancellationToken);
        }

        var http = Http(options.BaseUrl!, meter);
        var videos = new PeerTubeVideos(http, options.BaseUrl!);
        return OffsetWalk.ReadAsync(cursor, options.PageLimit, ReadPageAsync, cancellationToken);

        async Task<OffsetPage> ReadPageAsync(long start, CancellationToken token)
        {
            using var json = await http.GetJsonAsync(
                new Uri(options.BaseUrl!, $"{Path(target)}start={start}&count={PageSize}&nsfw=false"), token);
            var page = PeerTubePage.Read(json.Root, json.Url, options.BaseUrl!);
            return options.Details == true ? await videos.CompleteAsync(page, token) : page;
        }
    }

    private static string Path(SourceTarget target) => target.Form switch
    {
        "search" => $"/api/v1/search/videos?search={Uri.EscapeDataString(target.Value)}&",
        "channel" => $"/api/v1/video-channels/{Uri.EscapeDataString(target.Value)}/videos?",
        "playlist" => $"/api/v1/video-playlists/{target.Value}/videos?",
        "latest" => "/api/v1/videos?sort=-publishedAt&",
        _ => throw new ArgumentException($"PeerTube has no targets of the form {target.Form}.", nameof(target)),
    };

    private async IAsyncEnumerable<SourcePage> ReadVideoAsync(
        string value, FetchMeter meter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (origin, id) = PeerTubeAddresses.VideoOf(value) ?? (options.BaseUrl!, value);
        ReadItem read;
        try
        {
            read = await ReadAtAsync(options.BaseUrl!, id, meter, cancellationToken);
        }
        catch (SourceException gone) when (gone.Failure == SourceFailure.Gone && origin.Authority != options.BaseUrl!.Authority)
        {
            // The instance no longer follows the other one; whether the video is gone, only its own instance can say.
            read = await ReadAtAsync(origin, id, meter, cancellationToken);
        }

        yield return read.AsPage();
    }

    private Task<ReadItem> ReadAtAsync(Uri host, string id, FetchMeter meter, CancellationToken cancellationToken) =>
        new PeerTubeVideos(Http(host, meter), host).ReadAsync(id, cancellationToken);

    private PoliteHttp Http(Uri host, FetchMeter meter) => fetching.Create(options.Scope with { BaseUrl = host }, meter);
}
