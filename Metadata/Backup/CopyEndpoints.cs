using Metadata.OpenApi;
using Microsoft.AspNetCore.Mvc;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace Metadata.Backup;

internal static class CopyEndpoints
{
    /// <summary>The routes that give and take the whole catalogue.</summary>
    public static void MapCopies(this RouteGroupBuilder copies)
    {
        copies.MapGet("/export", ExportMovies.Handle).WithName(nameof(ExportMovies))
            .Produces<string>(Status200OK, ExportMovies.ContentType);
        copies.MapGet("/backup", BackUpCatalogue.Handle).WithName(nameof(BackUpCatalogue))
            .Produces<Stream>(Status200OK, BackupFormat.ContentType);
        copies.MapPost("/restore", RestoreCatalogue.Handle).WithName(nameof(RestoreCatalogue))
            .Takes(RestoreCatalogue.Parameters).WithMetadata(new DisableRequestSizeLimitAttribute())
            .WithMetadata(new FileBody(BackupFormat.ContentType)).Refuses(Status409Conflict);
    }
}
