using System.Globalization;
using Metadata.Client;

namespace Gateway.Site.Pages;

/// <summary>What a film's page says of itself.</summary>
internal static class FilmHead
{
    private const int DescriptionLength = 200;
    private const int GenresInDescription = 3;
    private const string Separator = " · ";

    /// <summary>The film's one address, in Russian.</summary>
    public static string Path(MovieSummary movie) => Path(movie.Id, movie.Slug);

    public static string Path(int id, string slug) =>
        string.Create(CultureInfo.InvariantCulture, $"/movies/{id}/{Uri.EscapeDataString(slug)}");

    public static string Title(MovieSummary movie) => movie.Year is { } year ? $"{movie.Title} ({year})" : movie.Title;

    /// <summary>"1979 · драма, фантастика · 2 ч 43 мин": what there is to say where nobody has described a film.</summary>
    public static string Facts(MovieSummary movie, SiteLanguage language) => string.Join(Separator, new[]
    {
        movie.Year?.ToString(CultureInfo.InvariantCulture) ?? "",
        string.Join(", ", movie.Genres.Take(GenresInDescription)),
        movie.DurationSeconds is { } seconds ? language.Duration(seconds) : "",
    }.Where(fact => fact.Length > 0));

    /// <summary>Path of the film's picture here; null when it has none.</summary>
    public static string? Picture(MovieSummary movie) => movie.ImageUrl ?? movie.ThumbnailUrl;

    /// <param name="movie">With our own addresses of pictures.</param>
    public static PageHead Of(MovieDetails movie, SiteLanguage language, string origin) =>
        new(language, Title(movie))
        {
            Description = PlainText.Beginning(Description(movie, language), DescriptionLength),
            Path = Path(movie),
            Type = "video.movie",
            Picture = Picture(movie),
            Properties = [.. Properties(movie)],
            Data = FilmData.Write(movie, language, origin),
        };

    /// <summary>Never empty: search engines refuse a video without a description.</summary>
    public static string Description(MovieDetails movie, SiteLanguage language) =>
        !string.IsNullOrWhiteSpace(movie.Description) ? movie.Description
        : Facts(movie, language) is { Length: > 0 } facts ? $"{Title(movie)}. {facts}"
        : Title(movie);

    private static IEnumerable<(string Property, string Content)> Properties(MovieDetails movie)
    {
        if (movie.DurationSeconds is { } seconds)
        {
            yield return ("video:duration", seconds.ToString(CultureInfo.InvariantCulture));
        }

        if (movie.Year is { } year)
        {
            yield return ("video:release_date", year.ToString(CultureInfo.InvariantCulture));
        }

        foreach (var genre in movie.Genres)
        {
            yield return ("video:tag", genre);
        }
    }
}
