using System.Runtime.CompilerServices;
using Scraper.Fetching;

namespace Scraper.Sources.VkVideo;

/// <summary>VK Video, through VK's documented API, with a key of the operator's.</summary>
internal sealed class VkSource(SourceOptions options, PoliteHttpFactory fetching, TimeProvider clock) : ILinkedSource
{
    public const string SourceName = "vk";

    public static readonly SourceOptions Defaults = new()
    {
        BaseUrl = new Uri("https://api.vk.com"),
        Cron = "0 30 5 * * ?",
        Targets = ["search:фильм", "search:художественный фильм"],
        NeedsToken = true,
    };

    private const string Methods = "/method/";
    private const string Version = "5.199";
    private const int PageSize = 200;
    private const int MaxRepeats = 3;

    // "Too many requests per second" is over when the second is.
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public string Name => SourceName;

    public IReadOnlyList<string> TargetForms => VkTargets.Forms;

    public SourceTarget ReadTarget(string text) => VkTargets.Read(text);

    public SourceLink? FindLink(string sourceUrl, string? embedUrl) =>
        VkAddresses.VideoOf(sourceUrl) is { } id ? new SourceLink(id, new SourceTarget("video", id)) : null;

    public IAsyncEnumerable<SourcePage> ReadAsync(
        SourceTarget target, string? cursor, FetchMeter meter, CancellationToken cancellationToken)
    {
        if (!options.IsUsable)
        {
            throw new SourceException(
                SourceFailure.Refused,
                "VK's API answers nothing without a key. Make an application at dev.vk.com, get a key of a user with the "
                + "right \"video\", and set Sources__vk__Token, or Sources__vk__Token_FILE to a file that holds it.");
        }

        // The key is the host's permission: what its robots.txt says is for those who come without.
        var http = fetching.Create(options.Scope with { PermittedPaths = [Methods] }, meter);
        return target.Form == "video"
            ? ReadVideoAsync(http, target, meter, cancellationToken)
            : OffsetWalk.ReadAsync(cursor, options.PageLimit, ReadPageAsync, cancellationToken);

        async Task<OffsetPage> ReadPageAsync(long start, CancellationToken stopping) => await AskAsync(
            http, target, $"{Method(target)}&offset={start}&count={PageSize}", meter, stopping);
    }

    private static string Method(SourceTarget target) => target.Form switch
    {
        // Long videos only, the newest first: what is added meanwhile comes before what was read, and is met next time.
        "search" => $"video.search?q={Uri.EscapeDataString(target.Value)}&sort=0&filters=long",
        "channel" => $"video.get?owner_id={target.Value}",
        _ => throw new ArgumentException($"VK has no targets of the form {target.Form}.", nameof(target)),
    };

    private async IAsyncEnumerable<SourcePage> ReadVideoAsync(
        PoliteHttp http, SourceTarget target, FetchMeter meter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var page = await AskAsync(http, target, $"video.get?videos={target.Value}", meter, cancellationToken);
        var read = page.Items is [var first, ..] ? first : throw new SourceException(
            SourceFailure.Gone, $"VK knows no video {target.Value}, or does not show it to this key.");
        yield return read.AsPage();
    }

    private async Task<OffsetPage> AskAsync(
        PoliteHttp http, SourceTarget target, string call, FetchMeter meter, CancellationToken cancellationToken)
    {
        var url = new Uri(options.BaseUrl!, $"{Methods}{call}&extended=1&v={Version}");
        for (var repeats = 0; ; repeats++)
        {
            using var json = await http.GetJsonAsync(url, cancellationToken);
            if (VkFailure.Code(json.Root) is not { } code)
            {
                return VkPage.Read(json.Root, json.Url, PageSize);
            }

            if (code != VkFailure.TooManyPerSecond || repeats == MaxRepeats)
            {
                throw VkFailure.Of(json.Root, json.Url, target);
            }

            meter.CountRetry();
            await Task.Delay(Second, clock, cancellationToken);
        }
    }
}
