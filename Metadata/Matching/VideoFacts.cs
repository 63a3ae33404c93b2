using Metadata.Client;
using Metadata.Data;

namespace Metadata.Matching;

/// <summary>Writes what a source says of an upload over what it said before. Absent never erases.</summary>
internal static class VideoFacts
{
    public static void Write(Video video, MovieUpsert upsert)
    {
        WriteTitles(video, upsert);
        video.SourceUrl = upsert.SourceUrl;
        video.Year = upsert.Year ?? video.Year;
        video.Description = upsert.Description ?? video.Description;
        video.ImageUrl = upsert.ImageUrl ?? video.ImageUrl;
        video.ThumbnailUrl = upsert.ThumbnailUrl ?? video.ThumbnailUrl;
        video.Views = upsert.Views ?? video.Views;
        video.PublishedAt = upsert.PublishedAt ?? video.PublishedAt;
        video.DurationSeconds = upsert.DurationSeconds ?? video.DurationSeconds;
        video.Genres = Known(upsert.Genres, video.Genres);
        video.Countries = Known(upsert.Countries, video.Countries);
        video.Directors = Known(upsert.Directors, video.Directors);
        video.Rating = upsert.Rating ?? video.Rating;
        video.AgeRating = upsert.AgeRating ?? video.AgeRating;
        video.EmbedUrl = upsert.EmbedUrl ?? video.EmbedUrl;
        video.StreamUrl = upsert.StreamUrl ?? video.StreamUrl;
        video.Quality = upsert.Quality ?? video.Quality;
        video.Language = upsert.Language ?? video.Language;
        video.AuthorName = upsert.Author?.Name ?? video.AuthorName;
        video.AuthorUrl = upsert.Author?.Url ?? video.AuthorUrl;
        video.ImdbId = upsert.ExternalIds?.Imdb ?? video.ImdbId;
        video.KinopoiskId = upsert.ExternalIds?.Kinopoisk ?? video.KinopoiskId;
        video.TmdbId = upsert.ExternalIds?.Tmdb ?? video.TmdbId;
        video.WikidataId = upsert.ExternalIds?.Wikidata ?? video.WikidataId;
    }

    private static void WriteTitles(Video video, MovieUpsert upsert)
    {
        video.RawTitle = upsert.RawTitle;
        video.OriginalTitle = upsert.OriginalTitle ?? video.OriginalTitle;
        video.AlternativeTitles = Known(upsert.AlternativeTitles, video.AlternativeTitles);
        if (TitleScript.IsCyrillic(video.Title) && !TitleScript.IsCyrillic(upsert.Title))
        {
            // A registry or an earlier scrape knew the Russian title; the other is not lost.
            video.OriginalTitle ??= upsert.Title;
        }
        else
        {
            video.Title = upsert.Title;
        }
    }

    private static List<string> Known(IReadOnlyList<string>? sent, List<string> stored) =>
        sent is { Count: > 0 } ? [.. sent] : stored;
}
