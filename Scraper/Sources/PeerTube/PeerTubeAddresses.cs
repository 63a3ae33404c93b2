using System.Text.RegularExpressions;

namespace Scraper.Sources.PeerTube;

/// <summary>Knows the addresses of PeerTube instances, which are alike at all of them.</summary>
internal static partial class PeerTubeAddresses
{
    /// <summary>The page of a video, in the form by which instances know it of each other.</summary>
    public static string Page(Uri host, string uuid) => new Uri(host, $"/videos/watch/{uuid}").AbsoluteUri;

    /// <summary>The official player, at the instance where the video lies.</summary>
    public static string Embed(string pageUrl, string uuid) =>
        new Uri(new Uri(pageUrl), $"/videos/embed/{uuid}").AbsoluteUri;

    /// <summary>Instance and id of the video behind the address of a page or a player; null when it is neither.</summary>
    public static (Uri Host, string Id)? VideoOf(string? address) =>
        address is not null && Uri.TryCreate(address, UriKind.Absolute, out var url)
        && url is { Scheme: "http" or "https", UserInfo: "" } && WebAddress.HostName(url) is { Length: > 0 }
        && VideoPath().Match(url.AbsolutePath) is { Success: true } path
            ? (new Uri(url.GetLeftPart(UriPartial.Authority)), path.Groups["id"].Value)
            : null;

    public static bool IsUuid(string text) => Uuid().IsMatch(text);

    [GeneratedRegex(
        @"^/(?:videos/watch|videos/embed|w)/(?<id>[A-Za-z0-9-]{8,40})/?\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex VideoPath();

    [GeneratedRegex(
        @"^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Uuid();
}
