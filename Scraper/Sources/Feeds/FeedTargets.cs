namespace Scraper.Sources.Feeds;

/// <summary>Reads which feed an editor means.</summary>
internal static class FeedTargets
{
    public static readonly IReadOnlyList<string> Forms = ["URL or feed:URL (RSS, Atom, sitemap)"];

    private const string Form = "feed";

    /// <exception cref="FormatException">It is no address.</exception>
    public static SourceTarget Read(string text)
    {
        var trimmed = text.Trim();
        var address = trimmed.StartsWith($"{Form}:", StringComparison.OrdinalIgnoreCase)
            ? trimmed[(Form.Length + 1)..].Trim()
            : trimmed;

        // Browsers write feed://host/… for the same thing.
        if (address.StartsWith("//", StringComparison.Ordinal))
        {
            address = $"https:{address}";
        }

        return address.Length <= WebAddress.MaxLength && Uri.TryCreate(address, UriKind.Absolute, out var url)
            && url is { Scheme: "http" or "https", UserInfo: "" }
            && WebAddress.HostName(url) is { Length: > 0 }
                ? new SourceTarget(Form, url.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped))
                : throw new FormatException(
                    $"\"{trimmed}\" is no address of a feed. Give it whole, as in https://example.com/films.rss, without a "
                    + "user name.");
    }
}
