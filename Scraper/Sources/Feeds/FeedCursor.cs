using System.Globalization;

namespace Scraper.Sources.Feeds;

/// <summary>A place in a feed: the document to read on, and how many of its entries were read.</summary>
/// <param name="InIndex">The document is one of those that a sitemap index lists.</param>
internal sealed record FeedCursor(Uri Url, int Entries, bool InIndex)
{
    /// <exception cref="FormatException">It was not made here.</exception>
    public static FeedCursor Read(string text) =>
        text.Split(' ', 3) is [("page" or "part") and var kind, var entries, var address]
        && int.TryParse(entries, NumberStyles.None, CultureInfo.InvariantCulture, out var read)
        && Uri.TryCreate(address, UriKind.Absolute, out var url)
            ? new FeedCursor(url, read, kind == "part")
            : throw new FormatException($"\"{text}\" is no place in a feed.");

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(InIndex ? "part" : "page")} {Entries} {Url.AbsoluteUri}");
}
