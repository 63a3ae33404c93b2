using Metadata.Data;
using Metadata.Matching;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Ingesting;

/// <summary>Makes the keys of films that an earlier version stored without them.</summary>
internal static class MatchKeyTable
{
    private const int FilmsAtOnce = 1_000;

    /// <summary>Does nothing where there are keys already. All or nothing, so that a killed start begins anew.</summary>
    public static async Task FillAsync(MoviesDb db, CancellationToken cancellationToken)
    {
        if (await db.MatchKeys.AnyAsync(cancellationToken))
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var store = IngestStore.Of(db);
        foreach (var ids in (await db.Movies.Select(movie => movie.Id).ToListAsync(cancellationToken)).Chunk(FilmsAtOnce))
        {
            var changes = new IngestChanges();
            foreach (var film in await store.MatchAsync(ids, cancellationToken))
            {
                changes.NewKeys.AddRange(film.Records.SelectMany(MatchKeys.Of).Distinct().Select(hash => (hash, film.Id)));
            }

            await store.WriteAsync(changes, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
