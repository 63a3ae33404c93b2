using Scraper.Sources.Sites.Extracting;
using Scraper.Sources.Sites.Filters;

namespace Scraper.Sources.Sites.Definitions;

/// <summary>How one field is read.</summary>
/// <param name="Places">Where to look, in this order; the first that has anything is taken.</param>
/// <param name="Default">What an optional field is where nothing stands.</param>
internal sealed record FieldRule(
    string Name, IReadOnlyList<FieldPlace> Places, bool Many, bool Optional, string? Default, IReadOnlyList<SiteFilter> Filters);

/// <summary>A place on a page.</summary>
/// <param name="Css">The element; null for the row itself.</param>
/// <param name="Attribute">Null for the element's text.</param>
/// <param name="Path">Inside JSON.</param>
internal sealed record FieldPlace(FieldOrigin From, string? Css, string? Attribute = null, JsonPath? Path = null)
{
    public override string ToString() => From switch
    {
        FieldOrigin.Html => Attribute is null ? Css ?? "the row's text" : $"{Css}@{Attribute}",
        FieldOrigin.Meta => $"meta {Css}",
        FieldOrigin.LdJson => $"ldjson {Path}",
        _ => Css is null ? $"{Path}" : $"{Css} {Path}",
    };
}

internal enum FieldOrigin
{
    Html,
    LdJson,
    Meta,
    Json,
}
