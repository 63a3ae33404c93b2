using System.Globalization;

namespace Scraper.Sources.Sites;

/// <summary>Where in a site's listing to read on.</summary>
/// <param name="Start">Which of the definition's starts, from 0.</param>
/// <param name="Page">How many pages of this start were read before.</param>
/// <param name="Row">How many rows of this page were kept before.</param>
/// <param name="At">The page's address, token or number of a part of a sitemap; null for the first page, and for pages that count.</param>
internal sealed record SiteCursor(int Start, int Page, int Row, string? At)
{
    public static SiteCursor First { get; } = new(0, 0, 0, At: null);

    public static SiteCursor Read(string? text)
    {
        if (text is null)
        {
            return First;
        }

        var parts = text.Split(' ', 4);
        return new SiteCursor(Number(parts[0]), Number(parts[1]), Number(parts[2]), parts[3].Length == 0 ? null : parts[3]);
    }

    public SiteCursor Following(string? at) => new(Start, Page + 1, Row: 0, at);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Start} {Page} {Row} {At}");

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
