using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Scraper.Sources.Feeds;

/// <summary>The key of an upload that is known by its page: the page's address without what differs between two ways to
/// it. Feeds' own ids are no keys: they come twice, change, and are alike in different feeds.</summary>
internal static partial class FeedKey
{
    private const int MaxLength = 200;

    public static string Of(string pageUrl)
    {
        var page = new Uri(pageUrl);
        var name = page.IdnHost.StartsWith("www.", StringComparison.Ordinal) ? page.IdnHost[4..] : page.IdnHost;
        var host = page.IsDefaultPort ? name : string.Create(CultureInfo.InvariantCulture, $"{name}:{page.Port}");
        var query = Campaigns().Replace(page.Query, "").TrimStart('&', '?');
        var key = host + page.AbsolutePath.TrimEnd('/') + (query.Length > 0 ? $"?{query}" : "");
        return key.Length <= MaxLength
            ? key
            : $"{host[..Math.Min(host.Length, 100)]}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))}";
    }

    [GeneratedRegex(
        "[?&](?:utm_[a-z_]+|fbclid|yclid|gclid)=[^&]*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Campaigns();
}
