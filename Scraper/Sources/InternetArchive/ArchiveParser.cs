using System.Globalization;
using System.Text.Json;

namespace Scraper.Sources.InternetArchive;

/// <summary>Reads one item, from a listing or from its own metadata. Every value may be one text or several.</summary>
internal static class ArchiveParser
{
    private const int MaxTitleLength = 500;
    private const int MaxTags = 50;

    // Pages for people are always at the Archive itself, whatever host is asked for the data.
    private const string Site = "https://archive.org";

    /// <param name="lastYear">The latest year a film can be of.</param>
    public static ReadItem Read(JsonElement item, int lastYear)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return ReadItem.Refuse(externalId: null, $"the item is a {item.ValueKind}, not an object", item.Raw());
        }

        if (item.Text("identifier") is not { } id || !ArchiveTargets.IsIdentifier(id))
        {
            return ReadItem.Refuse(
                externalId: null, $"identifier is {item.Describe("identifier")}, not an identifier", item.Raw());
        }

        if (item.Texts("title") is not [var title, ..])
        {
            return ReadItem.Refuse(id, $"title is {item.Describe("title")}, not a text", item.Raw());
        }

        if (title.Length > MaxTitleLength)
        {
            return ReadItem.Refuse(id, $"title has {title.Length} characters; {MaxTitleLength} are the most", item.Raw());
        }

        // An item says what it is; a listing asks for films only and may leave it out.
        return item.Texts("mediatype") is [var type, ..] && type != "movies"
            ? ReadItem.Refuse(id, $"mediatype is \"{type}\", not \"movies\"", item.Raw())
            : ReadItem.Accept(Read(item, id, title, lastYear));
    }

    private static RawVideo Read(JsonElement item, string id, string title, int lastYear)
    {
        var published = PublicDate(item);
        return new RawVideo
        {
            Source = ArchiveSource.SourceName,
            ExternalId = id,
            SourceUrl = $"{Site}/details/{id}",
            Title = title,
            Description = item.Texts("description") is { Count: > 0 } parts ? string.Join('\n', parts) : null,
            Duration = item.Texts("runtime").Select(ArchiveRuntime.Read).FirstOrDefault(time => time is not null)
                ?? ArchiveRuntime.Read(item.Number("runtime")?.ToString(CultureInfo.InvariantCulture)),
            ImageUrl = $"{Site}/services/img/{id}",
            ThumbnailUrl = $"{Site}/services/img/{id}",
            EmbedUrl = $"{Site}/embed/{id}",
            Views = item.Number("downloads") is { } downloads and >= 0 ? downloads : null,
            PublishedAt = published,
            // Studio, director or uploader: who it is, is not said.
            AuthorName = item.Texts("creator") is { Count: > 0 } creators ? string.Join(", ", creators) : null,
            Category = Collection(item),
            Tags = [.. Subjects(item).Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxTags)],
            Language = item.Texts("language") is [var language, ..] ? language : null,
            Licence = item.Texts("licenseurl") is [var licence, ..] ? licence : null,
            Stated = new StatedFacts { Year = ArchiveYear.Read(item, published, lastYear) },
        };
    }

    // Visitors' lists of favourites are collections too, and say nothing.
    private static string? Collection(JsonElement item) => item.Texts("collection")
        .FirstOrDefault(name => !name.StartsWith("fav-", StringComparison.OrdinalIgnoreCase));

    // One subject per text, or all of them in one with semicolons.
    private static IEnumerable<string> Subjects(JsonElement item) => item.Texts("subject")
        .SelectMany(text => text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static DateTimeOffset? PublicDate(JsonElement item) =>
        item.Texts("publicdate") is [var text, ..]
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date.ToUniversalTime()
            : null;
}
