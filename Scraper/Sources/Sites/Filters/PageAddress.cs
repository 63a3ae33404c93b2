namespace Scraper.Sources.Sites.Filters;

/// <summary>Reads an address as it stands on a page: made absolute, without what only follows people around.</summary>
internal static class PageAddress
{
    private static readonly string[] Trackers =
        ["fbclid", "gclid", "yclid", "ysclid", "dclid", "msclkid", "_openstat", "mc_cid", "mc_eid", "igshid"];

    /// <summary>Null when it is no address of a web page.</summary>
    public static string? Read(string text, Uri pageUrl)
    {
        var trimmed = text.Trim();
        // On Unix the framework reads "/path" alone as a file.
        if (trimmed.Length is 0 or > WebAddress.MaxLength
            || !Uri.TryCreate(pageUrl, trimmed, out var url)
            || url is not { Scheme: "http" or "https", UserInfo: "", Host.Length: > 0 })
        {
            return null;
        }

        var cleaned = new UriBuilder(url) { Fragment = "", Query = WithoutTrackers(url.Query) }.Uri.AbsoluteUri;
        return cleaned.Length <= WebAddress.MaxLength ? cleaned : null;
    }

    private static string WithoutTrackers(string query) => query.Length == 0 ? "" : string.Join(
        '&',
        query[1..].Split('&').Where(pair => pair.Length > 0 && !IsTracker(pair.Split('=')[0])));

    private static bool IsTracker(string name) =>
        name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || Trackers.Contains(name, StringComparer.OrdinalIgnoreCase);
}
