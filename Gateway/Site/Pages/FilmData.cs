using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using System.Xml;
using Gateway.Site.Posters;
using Metadata.Client;

namespace Gateway.Site.Pages;

/// <summary>A film and its best video in the words of schema.org, as JSON-LD that may stand in HTML.</summary>
internal static class FilmData
{
    private static readonly JsonWriterOptions ForHtml = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="movie">With our own addresses of pictures.</param>
    public static string Write(MovieDetails movie, SiteLanguage language, string origin)
    {
        // One is drawn for a film that has none.
        var picture = origin + (FilmHead.Picture(movie) ?? PictureLinks.Path(movie.Id, "l"));
        var url = origin + language.Address(FilmHead.Path(movie));
        var video = movie.Videos.FirstOrDefault(IsShown);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, ForHtml))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            json.WriteStartArray("@graph");
            WriteFilm(json, movie, url, picture, hasVideo: video is not null);
            if (video is not null)
            {
                WriteVideo(json, movie, video, language, url, picture);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static bool IsShown(MovieVideo video) =>
        video.Availability is not (Availability.Gone or Availability.Private)
        && (IsWeb(video.EmbedUrl) || IsWeb(video.StreamUrl));

    private static bool IsWeb(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is ("https" or "http");

    private static void WriteFilm(Utf8JsonWriter json, MovieDetails movie, string url, string picture, bool hasVideo)
    {
        json.WriteStartObject();
        json.WriteString("@type", "Movie");
        json.WriteString("@id", $"{url}#film");
        json.WriteString("url", url);
        json.WriteString("name", PlainText.Line(movie.Title));
        WriteText(json, "alternateName", movie.OriginalTitle);
        json.WriteString("image", picture);
        WriteText(json, "description", movie.Description);
        WriteText(json, "datePublished", movie.Year?.ToString(CultureInfo.InvariantCulture));
        WriteDuration(json, movie.DurationSeconds);
        WriteText(json, "contentRating", movie.AgeRating is { } age ? $"{age}+" : null);
        WriteList(json, "genre", movie.Genres, genre => json.WriteStringValue(PlainText.Line(genre)));
        WriteList(json, "director", movie.Directors, name => WriteNamed(json, "Person", name));
        WriteList(json, "countryOfOrigin", movie.Countries, name => WriteNamed(json, "Country", name));
        WriteList(json, "sameAs", [.. Registries(movie.ExternalIds)], json.WriteStringValue);
        if (hasVideo)
        {
            json.WriteStartObject("video");
            json.WriteString("@id", $"{url}#video");
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteVideo(
        Utf8JsonWriter json, MovieDetails movie, MovieVideo video, SiteLanguage language, string url, string picture)
    {
        json.WriteStartObject();
        json.WriteString("@type", "VideoObject");
        json.WriteString("@id", $"{url}#video");
        json.WriteString("url", url);
        json.WriteString("name", PlainText.Line(movie.Title));
        json.WriteString("description", PlainText.Line(FilmHead.Description(movie, language)));
        json.WriteStartArray("thumbnailUrl");
        json.WriteStringValue(picture);
        json.WriteEndArray();
        json.WriteString("uploadDate", video.PublishedAt ?? movie.AddedAt);
        WriteDuration(json, video.DurationSeconds ?? movie.DurationSeconds);
        WriteText(json, "embedUrl", IsWeb(video.EmbedUrl) ? video.EmbedUrl : null);
        WriteText(json, "contentUrl", IsWeb(video.StreamUrl) ? video.StreamUrl : null);
        WriteText(json, "inLanguage", video.Language);
        json.WriteEndObject();
    }

    private static IEnumerable<string> Registries(ExternalIds ids) => new[]
    {
        ("https://www.imdb.com/title/", ids.Imdb), ("https://www.kinopoisk.ru/film/", ids.Kinopoisk),
        ("https://www.themoviedb.org/movie/", ids.Tmdb), ("https://www.wikidata.org/wiki/", ids.Wikidata),
    }.Where(registry => registry.Item2 is not null).Select(registry => registry.Item1 + Uri.EscapeDataString(registry.Item2!));

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            json.WriteString(name, PlainText.Line(value));
        }
    }

    private static void WriteDuration(Utf8JsonWriter json, int? seconds)
    {
        if (seconds is > 0)
        {
            json.WriteString("duration", XmlConvert.ToString(TimeSpan.FromSeconds(seconds.Value)));
        }
    }

    private static void WriteNamed(Utf8JsonWriter json, string type, string name)
    {
        json.WriteStartObject();
        json.WriteString("@type", type);
        json.WriteString("name", PlainText.Line(name));
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string> values, Action<string> write)
    {
        if (values.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            write(value);
        }

        json.WriteEndArray();
    }
}
