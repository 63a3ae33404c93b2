using Gateway.Catalog;
using Gateway.Edge;
using Microsoft.OpenApi;

namespace Gateway.Site.Posters;

internal static class PosterEndpoints
{
    private static readonly CatalogParameter Bare =
        new("bare", "true: a drawn poster goes without lettering, where the title stands beside it.", JsonSchemaType.Boolean)
        {
            Default = false,
        };

    private static readonly CatalogParameter Size =
        new("size", "320, 640 or 1280 wide. A host's picture is never made wider than it is.")
        {
            OneOf = ["s", "m", "l"],
            Default = "m",
        };

    private static readonly CatalogParameter Version =
        new("v", "The version that imageUrl names: the answer may then be kept for ever.");

    public static void MapPosters(this IEndpointRouteBuilder app) =>
        app.MapMethods("/images/movies/{id:int}", [HttpMethods.Get, HttpMethods.Head], ShowPoster.Handle)
            .WithTags("Images").WithName(nameof(ShowPoster)).WithMetadata(new TakesParameters([Size, Bare, Version]))
            .Produces<Stream>(
                StatusCodes.Status200OK, "image/svg+xml", [.. PictureType.All.Select(type => type.ContentType)])
            .Fails(
                StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound,
                StatusCodes.Status410Gone, StatusCodes.Status429TooManyRequests);
}
