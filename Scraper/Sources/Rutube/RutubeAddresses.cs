using System.Text.RegularExpressions;

namespace Scraper.Sources.Rutube;

/// <summary>Knows the addresses of rutube.ru: those that people copy, and those that we hand out.</summary>
internal static partial class RutubeAddresses
{
    private static readonly string[] Hosts = ["rutube.ru", "www.rutube.ru", "m.rutube.ru"];

    public static string Page(string videoId) => $"https://rutube.ru/video/{videoId}/";

    /// <summary>The official player. Always built: older answers hold embeds that end in the track number.</summary>
    /// <param name="key">The "p" of a private video, without which it does not play.</param>
    public static string Embed(string videoId, string? key) => key is null
        ? $"https://rutube.ru/play/embed/{videoId}"
        : $"https://rutube.ru/play/embed/{videoId}/?p={Uri.EscapeDataString(key)}";

    public static string Channel(long id) => $"https://rutube.ru/channel/{id}/";

    /// <summary>The key of a private video in one of its addresses.</summary>
    public static string? Key(string? address) =>
        address is not null && KeyParameter().Match(address) is { Success: true } match
            ? match.Groups["key"].Value
            : null;

    /// <summary>The id of the video behind an address; null when it is no video's.</summary>
    public static string? VideoOf(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && Hosts.Contains(url.Host, StringComparer.OrdinalIgnoreCase)
        && VideoPath().Match(url.AbsolutePath) is { Success: true } video
            ? video.Groups["id"].Value.ToLowerInvariant()
            : null;

    public static bool LooksLikeAddress(string text) =>
        AnyScheme().IsMatch(text)
        || Array.Exists(Hosts, host => text.StartsWith(host + "/", StringComparison.OrdinalIgnoreCase));

    /// <exception cref="FormatException">The address leads to nothing that can be read.</exception>
    public static SourceTarget Read(string text)
    {
        var full = AnyScheme().IsMatch(text) ? text : $"https://{text}";
        if (!Uri.TryCreate(full, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")
            || !Hosts.Contains(url.Host, StringComparer.OrdinalIgnoreCase))
        {
            throw new FormatException($"\"{text}\" is no address at rutube.ru.");
        }

        if (VideoPath().Match(url.AbsolutePath) is { Success: true } video)
        {
            var id = video.Groups["id"].Value.ToLowerInvariant();
            return new SourceTarget("video", Key(url.Query) is { } key ? $"{id}?p={key}" : id);
        }

        if (TrackPath().Match(url.AbsolutePath) is { Success: true } track)
        {
            return new SourceTarget("video", track.Groups["id"].Value);
        }

        if (ListPath().Match(url.AbsolutePath) is { Success: true } list)
        {
            return new SourceTarget(ListForm(list.Groups["list"].Value), list.Groups["id"].Value);
        }

        if (ShowcasePath().Match(url.AbsolutePath) is { Success: true } showcase)
        {
            return new SourceTarget("showcase", showcase.Groups["name"].Value.ToLowerInvariant());
        }

        throw new FormatException(url.AbsolutePath.StartsWith("/u/", StringComparison.OrdinalIgnoreCase)
            ? $"\"{text}\" names a channel by its short name, which Rutube's API does not know. Open one of the channel's "
              + "videos, copy the address behind the author's name (/channel/NUMBER/), and use that."
            : $"\"{text}\" is no video, channel, playlist, card, category or tag of Rutube.");
    }

    private static string ListForm(string path) => path.ToLowerInvariant() switch
    {
        "plst" => "playlist",
        "channel" or "video/person" => "channel",
        "rss/video/person" => "rss",
        "metainfo/tv" => "card",
        "metainfo/person" => "person",
        "video/category" => "category",
        _ => "tag",
    };

    [GeneratedRegex(
        "^[a-z][a-z0-9+.-]*://",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AnyScheme();

    [GeneratedRegex(
        @"^/(?:live/)?(?:video(?:/private|/embed)?|shorts(?:/private)?|play/embed|embed)/(?<id>[0-9a-f]{32})/?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex VideoPath();

    [GeneratedRegex(
        @"^/(?:(?:play/embed|video/embed|embed)/(?<id>[0-9]{1,18})/?|tracks/(?<id>[0-9]{1,18})\.html)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex TrackPath();

    [GeneratedRegex(
        "^/(?<list>plst|channel|video/person|rss/video/person|metainfo/tv|metainfo/person|video/category|tags/video)/(?<id>[0-9]{1,18})"
        + @"(?:/(?:videos|shorts|video|playlists))?/?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ListPath();

    [GeneratedRegex(
        @"^/feeds/(?<name>[a-z0-9][a-z0-9_-]{0,60})/?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ShowcasePath();

    [GeneratedRegex(
        "[?&]p=(?<key>[A-Za-z0-9_-]{1,100})(?:&|#|$)",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex KeyParameter();
}
