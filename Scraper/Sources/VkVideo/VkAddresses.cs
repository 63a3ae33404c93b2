using System.Globalization;
using System.Text.RegularExpressions;

namespace Scraper.Sources.VkVideo;

/// <summary>Knows the addresses of VK Video, which lies at several hosts.</summary>
internal static partial class VkAddresses
{
    /// <summary>Owner and number of a video: "-1719791_456265497". Communities have negative numbers.</summary>
    public static string Id(long owner, long number) => string.Create(CultureInfo.InvariantCulture, $"{owner}_{number}");

    public static string Page(string id) => $"https://vkvideo.ru/video{id}";

    public static string Owner(long owner) => owner < 0
        ? string.Create(CultureInfo.InvariantCulture, $"https://vk.com/club{-owner}")
        : string.Create(CultureInfo.InvariantCulture, $"https://vk.com/id{owner}");

    /// <summary>The player's address as VK hands it out, with the hash without which it does not play; null for the
    /// player of another host.</summary>
    public static string? Player(string? address) =>
        WebAddress.Secure(address) is { } secure && PlayerAddress().IsMatch(secure) ? secure : null;

    /// <summary>The id of the video behind an address; null when it is no video's.</summary>
    public static string? VideoOf(string? address) =>
        address is not null && VideoAddress().Match(address) is { Success: true } video ? video.Groups["id"].Value : null;

    [GeneratedRegex(
        @"^https://(?:[a-z]+\.)?(?:vk\.com|vk\.ru|vkvideo\.ru)/video_ext\.php\?",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PlayerAddress();

    [GeneratedRegex(
        @"^(?:https?://)?(?:www\.|m\.)?(?:vk\.com|vk\.ru|vkvideo\.ru)/(?:[^#]*[/=])?(?:video|clip)"
        + @"(?<id>-?[0-9]{1,18}_[0-9]{1,18})(?:[/?#&%].*)?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex VideoAddress();
}
