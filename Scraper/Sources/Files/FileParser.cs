using System.Security.Cryptography;
using System.Text;

namespace Scraper.Sources.Files;

/// <summary>Reads one row. A file is made by somebody who knows films, so what it says is stated, not guessed.</summary>
internal static class FileParser
{
    private const int MaxTitleLength = 500;
    private const int MaxDescriptionLength = 10_000;
    private const int MaxNameLength = 200;
    private const int FirstYear = 1888;
    private const int MaxSeconds = 86_400;
    private const int IdLength = 32;

    /// <param name="lastYear">The latest year a film can be of.</param>
    public static ReadItem Read(FileRow row, int lastYear)
    {
        var cells = new FileCells(row);
        foreach (var column in FileColumns.Required)
        {
            cells.Require(column);
        }

        var sourceUrl = cells.Url("sourceUrl") ?? "";
        var externalId = cells.Text("externalId", MaxNameLength) ?? IdOf(sourceUrl);
        var video = Read(cells, sourceUrl, externalId, lastYear);
        return cells.Problem is null
            ? ReadItem.Accept(video)
            : ReadItem.Refuse(
                sourceUrl.Length > 0 ? externalId : null, $"{row.Place}: {cells.Problem}", row.Raw);
    }

    private static RawVideo Read(FileCells cells, string sourceUrl, string externalId, int lastYear)
    {
        var title = cells.Text("title", MaxTitleLength) ?? "";
        var imageUrl = cells.Url("imageUrl");
        return new RawVideo
        {
            Source = cells.Name("source") ?? FileSource.SourceName,
            ExternalId = externalId,
            SourceUrl = sourceUrl,
            Title = title,
            Description = cells.Text("description", MaxDescriptionLength),
            Duration = cells.Number("durationSeconds", 1, MaxSeconds) is { } seconds
                ? TimeSpan.FromSeconds(seconds)
                : null,
            ImageUrl = imageUrl,
            ThumbnailUrl = cells.Url("thumbnailUrl") ?? imageUrl,
            EmbedUrl = cells.Url("embedUrl"),
            StreamUrl = cells.Url("streamUrl"),
            Views = cells.Number("views", 0, long.MaxValue),
            PublishedAt = cells.Moment("publishedAt"),
            AuthorName = cells.Text("authorName", MaxNameLength),
            AuthorUrl = cells.Url("authorUrl"),
            AgeRating = cells.Age("ageRating"),
            Language = cells.Text("language", MaxNameLength),
            Stated = new StatedFacts
            {
                Kind = VideoKind.Film,
                Title = title,
                OriginalTitle = cells.Text("originalTitle", MaxTitleLength),
                AlternativeTitles = cells.Names("alternativeTitles"),
                Year = (int?)cells.Number("year", FirstYear, lastYear),
                Genres = cells.Names("genres"),
                Countries = cells.Names("countries"),
                Directors = cells.Names("directors"),
                Rating = cells.Score("rating"),
                Quality = cells.Text("quality", MaxNameLength),
            },
        };
    }

    private static string IdOf(string sourceUrl) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sourceUrl)))[..IdLength];
}
