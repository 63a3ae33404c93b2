using System.Security.Cryptography;
using System.Text.Json;
using Metadata.Client;
using Metadata.Data;
using Metadata.Editing;
using Metadata.Movies;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Plays;

internal static class CountPlays
{
    private const int MaxItems = 10_000;
    private const int MaxCount = 1_000_000;

    /// <summary>Adds plays counted on the site; a report repeated with its Idempotency-Key counts once. Films merged into
    /// others count for those, films that are not known for nothing.</summary>
    internal static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        HttpRequest request, [FromHeader(Name = IdempotencyKey.Header)] string? idempotencyKey, Catalogue catalogue,
        CancellationToken cancellationToken)
    {
        if (IdempotencyKey.Problem(idempotencyKey) is { } problem)
        {
            return problem;
        }

        var order = await RequestBody.ReadListAsync(
            request, MaxItems, fields => new PlayCount(fields.RequiredId("movieId"), (int)fields.RequiredWhole("count", 1, MaxCount)),
            cancellationToken);
        return order.Problem is not null
            ? order.Problem
            : await catalogue.ChangeAsync(
                EditorHeaders.Read(request, "plays"), (change, token) => ApplyAsync(change, idempotencyKey!, order.Value!, token),
                cancellationToken);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ApplyAsync(
        CatalogueChange change, string key, IReadOnlyList<PlayCount> plays, CancellationToken cancellationToken)
    {
        var db = change.Db;
        var hash = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(plays, Wire.Json.IReadOnlyListPlayCount)));
        var first = await db.Receipts.AsNoTracking().SingleOrDefaultAsync(receipt => receipt.Key == key, cancellationToken);
        if (first is not null)
        {
            return first.RequestHash == hash ? TypedResults.NoContent() : IdempotencyKey.UsedOtherwise(key);
        }

        db.Receipts.Add(new BatchReceipt { Key = key, RequestHash = hash, Response = [], CreatedAt = change.Set.At });
        foreach (var ofMovie in plays.GroupBy(play => play.MovieId, play => (long)play.Count))
        {
            var (id, count) = (await MergedMovies.FollowAsync(db, ofMovie.Key, cancellationToken), ofMovie.Sum());
            await db.Movies.Where(movie => movie.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(movie => movie.Plays, movie => movie.Plays + count), cancellationToken);
        }

        return TypedResults.NoContent();
    }
}
