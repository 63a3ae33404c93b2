using System.Buffers;
using System.Text.Json;
using Metadata.Data;
using Metadata.Movies;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Backup;

internal static class ExportMovies
{
    public const string ContentType = "application/x-ndjson";

    private const int MoviesAtOnce = 500;

    /// <summary>All films with their locked fields, one a line, as of one moment; hidden films too, films merged into
    /// others not. Writers do not wait for it.</summary>
    internal static async Task Handle(HttpResponse response, MoviesDb db, CancellationToken cancellationToken)
    {
        await using var snapshot = await db.BeginSnapshotAsync(cancellationToken);
        response.ContentType = ContentType;
        var body = response.BodyWriter;
        for (var last = 0; ;)
        {
            var movies = await db.Movies.AsNoTracking().Include(movie => movie.Videos).AsSplitQuery()
                .Where(movie => movie.Id > last && movie.MergedIntoId == null)
                .OrderBy(movie => movie.Id).Take(MoviesAtOnce).ToListAsync(cancellationToken);
            if (movies.Count == 0)
            {
                return;
            }

            last = movies[^1].Id;
            foreach (var movie in movies)
            {
                body.Write(JsonSerializer.SerializeToUtf8Bytes(
                    MovieDetailsOf.Read(movie, forEditors: true), Wire.Json.MovieDetails));
                body.Write("\n"u8);
            }

            await body.FlushAsync(cancellationToken);
        }
    }
}
