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

namespace Metadata.Reporting;

internal static class ReportProblems
{
    private const int MaxItems = 10_000;
    // More say no more, and a flood of reports must not overflow.
    private const int MaxCount = 10_000;

    /// <summary>Counts what visitors report of uploads; a batch repeated with its Idempotency-Key counts once. It schedules
    /// a check, or asks the editors when the upload is said to be of another film; it changes nothing by itself. Uploads
    /// that are not known, or are in another film by now, count for nothing.</summary>
    internal static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        HttpRequest request, [FromHeader(Name = IdempotencyKey.Header)] string? idempotencyKey, Catalogue catalogue,
        CancellationToken cancellationToken)
    {
        if (IdempotencyKey.Problem(idempotencyKey) is { } problem)
        {
            return problem;
        }

        var order = await RequestBody.ReadListAsync(
            request, MaxItems,
            fields => new ProblemNote(
                fields.RequiredId("movieId"), fields.RequiredId("videoId"), fields.RequiredChoice<ProblemReason>("reason")),
            cancellationToken);
        return order.Problem is not null
            ? order.Problem
            : await catalogue.ChangeAsync(
                EditorHeaders.Read(request, "problems"), (change, token) => ApplyAsync(change, idempotencyKey!, order.Value!, token),
                cancellationToken);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ApplyAsync(
        CatalogueChange change, string key, IReadOnlyList<ProblemNote> notes, CancellationToken cancellationToken)
    {
        var db = change.Db;
        var hash = Convert.ToHexStringLower(SHA256.HashData(
            JsonSerializer.SerializeToUtf8Bytes(notes, Wire.Json.IReadOnlyListProblemNote)));
        var first = await db.Receipts.AsNoTracking().SingleOrDefaultAsync(receipt => receipt.Key == key, cancellationToken);
        if (first is not null)
        {
            return first.RequestHash == hash ? TypedResults.NoContent() : IdempotencyKey.UsedOtherwise(key);
        }

        db.Receipts.Add(new BatchReceipt { Key = key, RequestHash = hash, Response = [], CreatedAt = change.Set.At });
        foreach (var ofVideo in notes.GroupBy(note => (note.VideoId, note.MovieId)))
        {
            var movieId = await db.Videos.Where(video => video.Id == ofVideo.Key.VideoId)
                .Select(video => video.MovieId).SingleOrDefaultAsync(cancellationToken);
            if (movieId > 0 && await MergedMovies.FollowAsync(db, ofVideo.Key.MovieId, cancellationToken) == movieId)
            {
                await CountAsync(change, ofVideo.Key.VideoId, movieId, ofVideo.CountBy(note => note.Reason), cancellationToken);
            }
        }

        return TypedResults.NoContent();
    }

    private static async Task CountAsync(
        CatalogueChange change, int videoId, int movieId, IEnumerable<KeyValuePair<ProblemReason, int>> counts,
        CancellationToken cancellationToken)
    {
        foreach (var (reason, count) in counts)
        {
            var report = await change.Db.Problems.FindAsync([videoId, reason], cancellationToken);
            if (report is null)
            {
                report = new ProblemReport
                {
                    VideoId = videoId,
                    Reason = reason,
                    MovieId = movieId,
                    Count = 0,
                    ReportedAt = change.Set.At,
                };
                change.Db.Problems.Add(report);
            }

            // What was said of it in another film has been dealt with.
            report.Count = Math.Min((report.MovieId == movieId ? report.Count : 0) + count, MaxCount);
            (report.MovieId, report.ReportedAt) = (movieId, change.Set.At);
        }
    }
}
