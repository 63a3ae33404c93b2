using System.Security.Cryptography;
using System.Text.Json;
using Metadata.Caching;
using Metadata.Client;
using Metadata.Data;
using Metadata.Editing;
using Metadata.Ingesting;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Movies;

internal static class UpsertMovies
{
    // Long after any outbox has given up repeating a batch.
    private static readonly TimeSpan ReceiptLife = TimeSpan.FromDays(7);

    /// <summary>Creates and updates films from 1 to 500 uploads, in one transaction. A bad item is rejected by name and
    /// the rest go in. Repeating a batch with its Idempotency-Key repeats the first answer.</summary>
    internal static async Task<Results<CachedJson<UpsertReport>, ProblemHttpResult>> Handle(
        HttpRequest request, [FromHeader(Name = IdempotencyKey.Header)] string? idempotencyKey, Catalogue catalogue, UpsertReader reader,
        CancellationToken cancellationToken)
    {
        if (IdempotencyKey.Problem(idempotencyKey) is { } problem)
        {
            return problem;
        }

        var body = await RequestJson.ReadAsync(request, cancellationToken);
        if (body.Problem is not null)
        {
            return body.Problem;
        }

        using var document = body.Document!;
        var array = document.RootElement;
        if (array.ValueKind != JsonValueKind.Array || array.GetArrayLength() is 0 or > MovieUpsert.MaxBatch)
        {
            var found = array.ValueKind == JsonValueKind.Array ? $"{array.GetArrayLength()} items" : $"{array.ValueKind}";
            return Problems.BadBody($"The body must be a JSON array of 1 to {MovieUpsert.MaxBatch} items, found {found}.");
        }

        var items = reader.ReadAll(array);
        var batch = new Batch(idempotencyKey!, Convert.ToHexStringLower(SHA256.HashData(body.Bytes.Span)), items);
        var answer = await catalogue.ChangeAsync(
            EditorHeaders.Read(request, "scrape"), (change, token) => AnswerAsync(change, batch, token), cancellationToken);
        return answer is null
            ? IdempotencyKey.UsedOtherwise(idempotencyKey!)
            : new CachedJson<UpsertReport>(answer);
    }

    // Null when the key belongs to another batch.
    private static async Task<byte[]?> AnswerAsync(
        CatalogueChange change, Batch batch, CancellationToken cancellationToken)
    {
        var (db, now) = (change.Db, change.Set.At);
        var first = await db.Receipts.AsNoTracking()
            .SingleOrDefaultAsync(receipt => receipt.Key == batch.Key, cancellationToken);
        if (first is not null)
        {
            return first.RequestHash == batch.Hash ? first.Response : null;
        }

        var outdated = now - ReceiptLife;
        await db.Receipts.Where(receipt => receipt.CreatedAt < outdated).ExecuteDeleteAsync(cancellationToken);
        var report = await new IngestBatch(change).WriteAsync(batch.Items, cancellationToken);
        var response = JsonSerializer.SerializeToUtf8Bytes(report, Wire.Json.UpsertReport);
        db.Receipts.Add(new BatchReceipt { Key = batch.Key, RequestHash = batch.Hash, Response = response, CreatedAt = now });
        return response;
    }

    private sealed record Batch(string Key, string Hash, IReadOnlyList<ReadItem> Items);
}
