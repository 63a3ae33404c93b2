using System.Text;
using Gateway.Edge;
using Gateway.Site.Posters.Drawing;
using Metadata.Client;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gateway.Site.Posters;

internal static class ShowPoster
{
    private const string ForADay = "public, max-age=86400, stale-while-revalidate=604800";
    private const string ForAnHour = "public, max-age=3600, stale-while-revalidate=86400";
    private const string ForTenMinutes = "public, max-age=600";
    private const string ForSeconds = "public, max-age=10";

    private static readonly Dictionary<string, int> Widths =
        new(StringComparer.Ordinal) { ["s"] = 320, ["m"] = 640, ["l"] = 1280 };

    /// <summary>A film's picture from our own origin, or a poster drawn from its title when there is none to be had.</summary>
    /// <param name="id">The film.</param>
    /// <param name="size">s, m or l: 320, 640 or 1280 wide; m when absent. Pictures of hosts come in the size they have.</param>
    internal static async Task<Results<FinishedAnswer, NotFound, StatusCodeHttpResult, Problem>> Handle(
        int id, string? size, FilmLookup films, FilmPictures pictures, CancellationToken cancellationToken)
    {
        if (!Widths.TryGetValue(size ?? "m", out var width))
        {
            return new Problem(StatusCodes.Status400BadRequest, $"There is no size \"{size}\".")
            {
                Errors = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["size"] = ["Takes s, m or l: 320, 640 or 1280 wide."] },
            };
        }

        var film = await films.FindAsync(id, cancellationToken);
        return film.State switch
        {
            FilmState.NotThere => TypedResults.NotFound(),
            FilmState.TakenDown => TypedResults.StatusCode(StatusCodes.Status410Gone),
            FilmState.Unclear => Drawn(PosterSubject.Unknown(id), width, FinishedAnswer.NeverStore),
            _ => await ShowAsync(film.Movie!, width, pictures, cancellationToken),
        };
    }

    private static async Task<FinishedAnswer> ShowAsync(
        MovieDetails movie, int width, FilmPictures pictures, CancellationToken cancellationToken)
    {
        var given = width == Widths["s"] ? movie.ThumbnailUrl ?? movie.ImageUrl : movie.ImageUrl ?? movie.ThumbnailUrl;
        if (!Uri.TryCreate(given, UriKind.Absolute, out var address))
        {
            return Drawn(PosterSubject.Of(movie), width, ForAnHour);
        }

        var found = await pictures.FindAsync(address, cancellationToken);
        return found.State switch
        {
            PictureState.Here => Real(found.Picture!),
            PictureState.Late => Drawn(PosterSubject.Of(movie), width, ForSeconds),
            _ => Drawn(PosterSubject.Of(movie), width, ForTenMinutes),
        };
    }

    private static FinishedAnswer Real(Picture picture) =>
        new(new FinishedBody(picture.Bytes, picture.Type.ContentType), ForADay);

    private static FinishedAnswer Drawn(PosterSubject subject, int width, string cacheControl) =>
        new(new FinishedBody(Encoding.UTF8.GetBytes(DrawnPoster.Draw(subject, width)), "image/svg+xml"), cacheControl);
}
