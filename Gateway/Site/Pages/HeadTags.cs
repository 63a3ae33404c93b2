using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Gateway.Site.Pages;

/// <summary>Writes a <see cref="PageHead"/> as the elements of an HTML head. Every value is text and stays text.</summary>
internal sealed class HeadTags(string origin)
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _tags = new();

    public static string Write(PageHead head, string origin) => new HeadTags(origin).Write(head);

    private string Write(PageHead head)
    {
        var title = head.Title.Length > 0 ? $"{PlainText.Line(head.Title)} — {SiteLanguage.SiteName}" : SiteLanguage.SiteName;
        var description = PlainText.Line(head.Description ?? head.Language.Description);
        _tags.Append(CultureInfo.InvariantCulture, $"<title>{Html.Encode(title)}</title>\n");
        Meta("name", "description", description);
        if (!head.IsIndexed)
        {
            Meta("name", "robots", "noindex");
        }

        WriteAddresses(head);
        WriteFeeds(head);
        WriteOpenGraph(head, description);
        if (head.Data is not null)
        {
            _tags.Append(CultureInfo.InvariantCulture, $"<script type=\"application/ld+json\">{head.Data}</script>\n");
        }

        return _tags.ToString();
    }

    private void WriteAddresses(PageHead head)
    {
        if (head.Path is not { } path)
        {
            return;
        }

        Link("canonical", head.Language.Address(path));
        foreach (var language in SiteLanguage.All)
        {
            Link("alternate", language.Address(path), $" hreflang=\"{language.Code}\"");
        }

        Link("alternate", SiteLanguage.Russian.Address(path), " hreflang=\"x-default\"");
    }

    private void WriteFeeds(PageHead head)
    {
        if (head.FeedQuery is not { } query)
        {
            return;
        }

        var end = query.Length > 0 ? $"?{query}" : "";
        var title = Html.Encode(head.Language.NewFilms);
        Link("alternate", $"{head.Language.Root}/feed.atom{end}", $" type=\"application/atom+xml\" title=\"{title}\"");
        Link("alternate", $"{head.Language.Root}/feed.json{end}", $" type=\"application/feed+json\" title=\"{title}\"");
    }

    private void WriteOpenGraph(PageHead head, string description)
    {
        Meta("property", "og:site_name", SiteLanguage.SiteName);
        Meta("property", "og:type", head.Type);
        Meta("property", "og:title", head.Title.Length > 0 ? PlainText.Line(head.Title) : SiteLanguage.SiteName);
        Meta("property", "og:description", description);
        Meta("property", "og:locale", head.Language.Locale);
        foreach (var other in SiteLanguage.All.Where(language => language != head.Language))
        {
            Meta("property", "og:locale:alternate", other.Locale);
        }

        if (head.Path is { } path)
        {
            Meta("property", "og:url", origin + head.Language.Address(path));
        }

        foreach (var (property, content) in head.Properties)
        {
            Meta("property", property, PlainText.Line(content));
        }

        if (head.Picture is { } picture)
        {
            Meta("property", "og:image", origin + picture);
        }

        // The other fields of a card are taken from OpenGraph.
        Meta("name", "twitter:card", head.Picture is null ? "summary" : "summary_large_image");
    }

    private void Meta(string kind, string name, string content) =>
        _tags.Append(CultureInfo.InvariantCulture, $"<meta {kind}=\"{name}\" content=\"{Html.Encode(content)}\">\n");

    private void Link(string relation, string address, string more = "") =>
        _tags.Append(CultureInfo.InvariantCulture, $"<link rel=\"{relation}\"{more} href=\"{Html.Encode(origin + address)}\">\n");
}
