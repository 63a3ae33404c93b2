using System.Text;
using Gateway.Edge;
using Gateway.Site.Posters.Drawing;
using Metadata.Client;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gateway.Site.Posters;

internal static class ShowPoster
{
    private const string ForAYear = "public, max-age=31536000, immutable";
    private const string ForAnHour = "public, max-age=3600, stale-while-revalidate=86400";
    private const string ForTenMinutes = "public, max-age=600";
    private const string ForSeconds = "public, max-age=10";

    private static readonly Dictionary<string, int> Widths =
        new(StringComparer.Ordinal) { ["s"] = 320, ["m"] = 640, ["l"] = 1280 };

    /// <summary>A film's picture from our own origin, or a poster drawn from its title when there is none.</summary>
    /// <param name="id">The film.</param>
    /// <param name="size">s, m or l: 320, 640 or 1280 wide; m when absent. No picture is made wider than it is.</param>
    /// <param name="bare">true: a drawn poster goes without lettering, where the title stands beside it.</param>
    /// <param name="v">The picture's version, as imageUrl names it.</param>
    internal static async Task<Results<FinishedAnswer, NotFound, StatusCodeHttpResult, Problem>> Handle(
        int id, string? size, string? bare, string? v, FilmLookup films, FilmPictures pictures,
        CancellationToken cancellationToken)
    {
        if (!Widths.TryGetValue(size ?? "m", out var width))
        {
            return Bad("size", "Takes s, m or l: 320, 640 or 1280 wide.");
        }

        if (!bool.TryParse(bare ?? "false", out var isBare))
        {
            return Bad("bare", "Takes true or false.");
        }

        var look = new Look(width, isBare, v);
        var film = await films.FindAsync(id, cancellationToken);
        return film.State switch
        {
            FilmState.NotThere => TypedResults.NotFound(),
            FilmState.TakenDown => TypedResults.StatusCode(StatusCodes.Status410Gone),
            FilmState.Unclear => Drawn(PosterSubject.Unknown(id), look, FinishedAnswer.NeverStore),
            // A known film always comes with its record.
            _ => await ShowAsync(film.Movie!, look, pictures, cancellationToken),
        };
    }

    private static async Task<FinishedAnswer> ShowAsync(
        MovieDetails movie, Look look, FilmPictures pictures, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(movie.ImageUrl ?? movie.ThumbnailUrl, UriKind.Absolute, out var address))
        {
            return Drawn(PosterSubject.Of(movie), look, ForAnHour);
        }

        var found = await pictures.FindAsync(address, look.Width, cancellationToken);
        return found.State switch
        {
            PictureState.Here when found.Picture is { } picture =>
                Real(picture, look.Version is not null && look.Version == pictures.Version(address)),
            PictureState.Late => Drawn(PosterSubject.Of(movie), look, ForSeconds),
            _ => Drawn(PosterSubject.Of(movie), look, ForTenMinutes),
        };
    }

    private static FinishedAnswer Real(Picture picture, bool isVersion) =>
        new(new FinishedBody(picture.Bytes, picture.Type.ContentType), isVersion ? ForAYear : ForAnHour);

    private static FinishedAnswer Drawn(PosterSubject subject, Look look, string cacheControl)
    {
        var svg = DrawnPoster.Draw(subject, look.Width, look.IsBare);
        return new FinishedAnswer(new FinishedBody(Encoding.UTF8.GetBytes(svg), "image/svg+xml"), cacheControl);
    }

    private static Problem Bad(string parameter, string taken) =>
        new(StatusCodes.Status400BadRequest, $"{parameter}: {taken}")
        {
            Errors = new Dictionary<string, string[]>(StringComparer.Ordinal) { [parameter] = [taken] },
        };

    /// <summary>How a poster is wanted.</summary>
    private sealed record Look(int Width, bool IsBare, string? Version);
}
