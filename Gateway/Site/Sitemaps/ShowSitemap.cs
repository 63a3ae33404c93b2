using Gateway.Edge;

namespace Gateway.Site.Sitemaps;

/// <summary>The sitemap's index and its files.</summary>
internal sealed class ShowSitemap(FilmRegister register, SiteOrigin origins)
{
    private const string ForAnHour = "public, max-age=3600";

    private static readonly Problem NotYet = new(
        StatusCodes.Status503ServiceUnavailable, "The sitemap is being made. Ask again in a minute.")
    {
        RetryAfter = TimeSpan.FromMinutes(1),
    };

    public async Task<IResult> ShowIndexAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var films = await register.FindAsync(cancellationToken);
        return films is null ? NotYet : Show(films, new Sitemap(films, origins.Of(request)).WriteIndexAsync);
    }

    /// <param name="file">From 1.</param>
    public async Task<IResult> ShowFileAsync(int file, HttpRequest request, CancellationToken cancellationToken)
    {
        if (await register.FindAsync(cancellationToken) is not { } films)
        {
            return NotYet;
        }

        var sitemap = new Sitemap(films, origins.Of(request));
        return file <= sitemap.Files
            ? Show(films, (output, token) => sitemap.WriteAsync(file, output, token))
            : TypedResults.NotFound();
    }

    private static DatedAnswer Show(RegisteredFilms films, Func<Stream, CancellationToken, Task> write) =>
        new(new SitemapAnswer(write, ForAnHour), ForAnHour, films.ChangedAt);
}
