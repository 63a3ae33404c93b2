using System.Text.Json;
using AngleSharp.Dom;
using Scraper.Journal;
using Scraper.Sources.Sites.Definitions;

namespace Scraper.Sources.Sites.Extracting;

/// <summary>What fields are read from: one item of a listing, or a whole page.</summary>
internal sealed record SiteRow(SitePage Page, IElement? Element, JsonElement? Json)
{
    private const int FragmentLength = 300;

    private string? _fragment;

    /// <summary>The items of a listing.</summary>
    /// <param name="without">Rows that lack this are left out.</param>
    public static IReadOnlyList<SiteRow> Of(SitePage page, FieldPlace rows, string? without) => rows.From switch
    {
        FieldOrigin.LdJson => [.. page.LinkedData
            .SelectMany(data => rows.Path?.Find(data) ?? [data]).Select(data => new SiteRow(page, Element: null, data))],
        FieldOrigin.Json => (rows.Css is { } css ? page.ScriptJson(css) : page.Json) is { } json
            ? [.. rows.Path!.Find(json).Select(item => new SiteRow(page, Element: null, item))]
            : [],
        _ => [.. (page.Root?.QuerySelectorAll(rows.Css ?? "*") ?? Enumerable.Empty<IElement>())
            .Where(row => without is null || row.QuerySelector(without) is not null)
            .Select(row => new SiteRow(page, row, Json: null))],
    };

    public static SiteRow Whole(SitePage page) => new(page, page.Root, page.Json);

    /// <summary>Everything that stands at a place.</summary>
    public IReadOnlyList<string> Texts(FieldPlace place)
    {
        var found = place.From switch
        {
            FieldOrigin.Html => Elements(place.Css).Select(element =>
                place.Attribute is { } attribute ? element.GetAttribute(attribute) : element.TextContent),
            FieldOrigin.Meta => Page.Metas
                .Where(meta => Is(meta, "property", place.Css!) || Is(meta, "name", place.Css!) || Is(meta, "itemprop", place.Css!))
                .Select(meta => meta.GetAttribute("content")),
            FieldOrigin.LdJson => (Json is { } own && Element is null && Page.Json is null ? [own] : Page.LinkedData)
                .Select(data => place.Path!.Texts(data)).FirstOrDefault(texts => texts.Count > 0) ?? [],
            _ => (place.Css is { } css ? Page.ScriptJson(css) : Json ?? Page.Json) is { } json ? place.Path!.Texts(json) : [],
        };
        return [.. found.OfType<string>().Select(text => StorableText.Of(text).Trim())
            .Where(text => text.Length > 0)];
    }

    /// <summary>How the row begins, for messages and for a later look at a reject.</summary>
    public string Fragment() => _fragment ??= Cut();

    private string Cut()
    {
        var text = Json is { } json ? json.Raw() : Element?.OuterHtml ?? "";
        var line = Filters.Blanks.Collapse(text.Replace("\0", "", StringComparison.Ordinal));
        return line.Length <= FragmentLength ? line : $"{line[..FragmentLength]}…";
    }

    private IEnumerable<IElement> Elements(string? css) => css is null ? Element is null ? [] : [Element]
        : Element?.QuerySelectorAll(css) ?? Enumerable.Empty<IElement>();

    private static bool Is(IElement meta, string attribute, string name) =>
        name.Equals(meta.GetAttribute(attribute), StringComparison.OrdinalIgnoreCase);
}
