using Metadata.Caching;
using Metadata.Data;
using Metadata.Editing;
using Metadata.Movies;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using static Metadata.Movies.ParameterShapes;

namespace Metadata.Backup;

internal static class RestoreCatalogue
{
    internal static readonly IReadOnlyList<QueryParameter<Query>> Parameters =
    [
        Flag<Query>("replace", "true: also into a catalogue that is not empty; what it has is lost.",
            query => query.Replace, (query, flag) => query with { Replace = flag }),
    ];

    /// <summary>Makes the catalogue what it was when the backup was taken, from whichever database. All or nothing: a file
    /// that is cut off, damaged, foreign or of a newer version changes nothing.</summary>
    internal static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        HttpRequest request, MoviesDb db, Catalogue catalogue, CatalogueVersion version, IConfiguration configuration,
        CancellationToken cancellationToken)
    {
        var query = Parameters.Read(request.Query, new Query(), out var errors);
        if (errors.Count > 0)
        {
            return Problems.BadParameters(errors);
        }

        // Asked twice: here to spare the caller the sending, below because the catalogue may have changed meanwhile.
        if (!query.Replace && !await IsEmptyAsync(db, cancellationToken))
        {
            return NotEmpty();
        }

        try
        {
            await using var file = await BackupFile.KeepAsync(
                request.Body, DatabaseAddress.DataDirectory(configuration), cancellationToken);
            var header = await file.CheckAsync(db.Database.GetMigrations().Count(), cancellationToken);
            var restored = await catalogue.ChangeAsync(
                EditorHeaders.Read(request, "restore"),
                (change, token) => ApplyAsync(change, file, header, query.Replace, token), cancellationToken);
            // The films go into memory anew, which takes longer than readers wait: until then they would be shown the old ones.
            await version.RefreshAsync();
            return restored ? TypedResults.NoContent() : NotEmpty();
        }
        catch (BackupException refused)
        {
            return Problems.BadBody(refused.Message);
        }
    }

    private static async Task<bool> ApplyAsync(
        CatalogueChange change, BackupFile file, BackupHeader header, bool replace, CancellationToken cancellationToken)
    {
        var db = change.Db;
        if (!replace && !await IsEmptyAsync(db, cancellationToken))
        {
            return false;
        }

        await new CatalogueLoad(db).ReplaceAsync(file, header, cancellationToken);
        change.RaiseAbove(header.Revision);
        change.HasWritten = true;
        db.JournalSets.Add(change.Set);
        (await db.State.SingleAsync(cancellationToken)).Generation++;
        return true;
    }

    private static async Task<bool> IsEmptyAsync(MoviesDb db, CancellationToken cancellationToken) =>
        !await db.Movies.AnyAsync(cancellationToken) && !await db.Exclusions.AnyAsync(cancellationToken);

    private static ProblemHttpResult NotEmpty() => Problems.Conflict(
        "The catalogue is not empty. Restore with replace=true to lose what it has, or start on an empty database.");

    internal sealed record Query(bool Replace = false);
}
