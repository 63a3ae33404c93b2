using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Scraper.Sources.Feeds;

/// <summary>Reads one entry of RSS or Atom.</summary>
internal static partial class FeedEntry
{
    private const int MaxTags = 50;

    public static ReadItem Read(XElement entry, FeedDocument document)
    {
        var title = entry.Own("title").Text() ?? entry.Within(FeedNames.Media, "title").Text();
        if (Page(entry, document) is not { } page)
        {
            return ReadItem.Refuse(
                externalId: null, $"link is {Link(entry) ?? "missing"}, not the address of a page", entry.ToString());
        }

        return UploadTitle.Problem(title, "title", title ?? "missing") is { } problem
            ? ReadItem.Refuse(FeedKey.Of(page), problem, entry.ToString())
            : ReadItem.Accept(Read(entry, document, page, title!));
    }

    private static RawVideo Read(XElement entry, FeedDocument document, string page, string title)
    {
        var media = new FeedMedia(entry, document);
        var (stream, quality) = media.Stream;
        var categories = Categories(entry);
        return new RawVideo
        {
            Source = FeedSource.SourceName,
            ExternalId = FeedKey.Of(page),
            SourceUrl = page,
            Title = title,
            Description = entry.Own("description").Concat(entry.Own("summary"))
                .Concat(entry.Within(FeedNames.Media, "description")).Concat(entry.Within(FeedNames.Content, "encoded"))
                .Concat(entry.Own("content")).Text(),
            Duration = media.Duration,
            ImageUrl = media.Picture,
            ThumbnailUrl = media.Picture,
            EmbedUrl = media.Player,
            StreamUrl = stream,
            Views = media.Views,
            PublishedAt = entry.Own("pubDate").Concat(entry.Own("published")).Concat(entry.Within(FeedNames.DublinCore, "date"))
                .Concat(entry.Own("updated")).Select(date => FeedDate.Read(date.Value)).FirstOrDefault(date => date is not null),
            AuthorName = Author(entry),
            AuthorUrl = document.Resolve(entry.Own("author").SelectMany(author => author.Own("uri")).Text()),
            Category = categories is [var first, ..] ? first : null,
            Tags = categories,
            Language = document.Language,
            Licence = entry.Within(FeedNames.Media, "license").Select(licence => licence.Text("href")).FirstOrDefault(),
            Marks = (media.IsAdult ? VideoMarks.Adult : VideoMarks.None) | (media.IsSound ? VideoMarks.Audio : VideoMarks.None),
            Stated = new StatedFacts { Quality = quality },
        };
    }

    private static string? Page(XElement entry, FeedDocument document) => document.Resolve(Link(entry));

    // RSS writes the address into the element, Atom into an attribute; some RSS only has its permanent id.
    private static string? Link(XElement entry) =>
        entry.Own("link").Where(link => link.Text("rel") is null or "alternate")
            .Select(link => link.Text("href") ?? new[] { link }.Text()).FirstOrDefault(address => address is not null)
        ?? entry.Own("guid").Where(id => id.Text("isPermaLink") != "false").Text();

    private static string? Author(XElement entry) =>
        entry.Own("author").SelectMany(author => author.Own("name")).Text()
        ?? entry.Within(FeedNames.DublinCore, "creator").Text()
        ?? entry.Within(FeedNames.Podcast, "author").Text()
        ?? (entry.Own("author").Text() is { } mail && MailAndName().Match(mail) is { Success: true } named
            ? named.Groups["name"].Value
            : null);

    private static IReadOnlyList<string> Categories(XElement entry) =>
    [
        .. entry.Own("category").Concat(entry.Within(FeedNames.Media, "category"))
            .Select(category => category.Text("label") ?? category.Text("term") ?? new[] { category }.Text())
            .Concat(entry.Within(FeedNames.Media, "keywords").Text()?.Split(',', StringSplitOptions.TrimEntries) ?? [])
            .OfType<string>()
            .Where(category => category.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(MaxTags),
    ];

    // RSS asks for a mail address and the name in brackets; without an address all of it is a name.
    [GeneratedRegex(
        @"^(?:\S+@\S+\s*\((?<name>[^()]{1,200})\)|(?<name>[^@]{1,200}))\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex MailAndName();
}
