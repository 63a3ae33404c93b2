using System.Text.Json;
using System.Text.RegularExpressions;

namespace Scraper.Sources.Rutube;

/// <summary>Reads one video object of Rutube's API. Its fields differ by endpoint and drift over the years, so all but
/// the id and the title may be missing or of another type.</summary>
internal static partial class RutubeParser
{
    private const int MaxTitleLength = 500;

    // metainfo lists: "Эпизод/серия/выпуск (полный)", and the only number whose meaning is known.
    private const int FullVideo = 2;

    /// <param name="card">The card whose list this is from; null elsewhere.</param>
    public static ReadItem Read(JsonElement item, RutubeCard? card)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return ReadItem.Refuse(externalId: null, $"the item is a {item.ValueKind}, not an object", item.Raw());
        }

        if (item.Field("id")?.AsText()?.ToLowerInvariant() is not { } id || !VideoId().IsMatch(id))
        {
            return ReadItem.Refuse(
                externalId: null, $"id is {item.Describe("id")}, not 32 hexadecimal characters", item.Raw());
        }

        if (item.Field("title")?.AsText() is not { } title || string.IsNullOrWhiteSpace(title))
        {
            return ReadItem.Refuse(id, $"title is {item.Describe("title")}, not a text", item.Raw());
        }

        return title.Length <= MaxTitleLength
            ? ReadItem.Accept(Read(item, id, title, card))
            : ReadItem.Refuse(id, $"title has {title.Length} characters; {MaxTitleLength} are the most", item.Raw());
    }

    private static RawVideo Read(JsonElement item, string id, string title, RutubeCard? card)
    {
        var author = item.Field("author");
        var thumbnail = WebAddress.Secure(item.Text("thumbnail_url"));
        var key = RutubeAddresses.Key(item.Text("video_url")) ?? RutubeAddresses.Key(item.Text("embed_url"));
        return new RawVideo
        {
            Source = RutubeSource.SourceName,
            ExternalId = id,
            SourceUrl = RutubeAddresses.Page(id),
            Title = title,
            Description = item.Text("description") ?? card?.Description,
            Duration = RutubeFields.Duration(item),
            ImageUrl = card?.PosterUrl ?? thumbnail,
            ThumbnailUrl = thumbnail,
            EmbedUrl = RutubeAddresses.Embed(id, key),
            Views = RutubeFields.Views(item),
            PublishedAt = RutubeTime.Read(item, "publication_ts") ?? RutubeTime.Read(item, "created_ts"),
            AuthorName = author?.Text("name"),
            AuthorUrl = RutubeFields.AuthorUrl(author),
            Category = RutubeFields.Category(item),
            Tags = RutubeFields.Tags(item),
            AgeRating = RutubeFields.AgeRating(item) ?? card?.AgeRating,
            Marks = RutubeFields.Marks(item),
            Stated = Stated(item, card),
        };
    }

    private static StatedFacts Stated(JsonElement item, RutubeCard? card)
    {
        var type = RutubeFields.Type(item);
        // A trailer in a film's list is not the film, so the card's facts are not its own.
        var facts = card is null || type is not (null or FullVideo) ? new StatedFacts() : card.Facts;
        return facts with
        {
            Season = item.SmallNumber("season", 1, 1000),
            Episode = item.SmallNumber("episode", 1, 100_000),
            Kind = (card?.Kind, type) switch
            {
                (RutubeCardKind.Movie, FullVideo) => VideoKind.Film,
                (RutubeCardKind.Show, FullVideo or null) => VideoKind.Episode,
                _ => null,
            },
        };
    }

    [GeneratedRegex(@"^[0-9a-f]{32}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex VideoId();
}
