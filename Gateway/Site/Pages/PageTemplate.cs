using System.Text;
using System.Text.RegularExpressions;
using Metadata.Client;

namespace Gateway.Site.Pages;

/// <summary>The built page that starts the site, cut once at the three places that differ from address to address: its
/// language, its title and description, and the island of data.</summary>
internal sealed partial class PageTemplate
{
    private readonly byte[] _start;
    private readonly byte[] _afterLanguage;
    private readonly byte[] _afterHead;
    private readonly byte[] _afterIsland;

    private PageTemplate(string html, params Capture[] places)
    {
        _start = Bytes(html[..places[0].Index]);
        _afterLanguage = Between(places[0], places[1]);
        _afterHead = Between(places[1], places[2]);
        _afterIsland = Bytes(html[End(places[2])..]);

        byte[] Between(Capture left, Capture right) => Bytes(html[End(left)..right.Index]);
    }

    /// <exception cref="SettingException">The page lacks one of the places.</exception>
    public static PageTemplate Split(string html)
    {
        var parts = Places().Match(html);
        return parts.Success
            ? new PageTemplate(html, parts.Groups["language"], parts.Groups["head"], parts.Groups["island"])
            : throw new SettingException(
                "Site:Root holds an index.html without html lang, title, description and <!-- boot -->, in this order: "
                + "it is not the site of this version. Build it anew in frontend/, or correct Site__Root.");
    }

    /// <param name="head">Markup in the place of title and description.</param>
    /// <param name="island">Markup before the site's first script; may be empty.</param>
    public byte[] Fill(string language, string head, ReadOnlySpan<byte> island) =>
        [.. _start, .. Bytes(language), .. _afterLanguage, .. Bytes(head), .. _afterHead, .. island, .. _afterIsland];

    private static int End(Capture place) => place.Index + place.Length;

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    [GeneratedRegex(
        """
        <html[^>]*\slang="(?<language>[^"]*)".*?(?<head><title>[^<]*</title>\s*<meta\s+name="description"[^>]*>).*?(?<island><!-- boot -->)
        """,
        RegexOptions.Singleline, 100)]
    private static partial Regex Places();
}
