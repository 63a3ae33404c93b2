using Metadata.Client;
using Metadata.Data;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Checking;

/// <summary>Books that uploads have been looked at.</summary>
internal static class AskedVideos
{
    private const int IdsAtOnce = 1_000;

    /// <summary>Moves what was asked about to the end of the queue, and takes what visitors had said of it as dealt with,
    /// unless the host could not be asked at all.</summary>
    public static async Task NoteAsync(
        MoviesDb db, IReadOnlyDictionary<(string Source, string ExternalId), CheckedVideo> known,
        IReadOnlyList<AvailabilityCheck> checks, CancellationToken cancellationToken)
    {
        var asked = checks.Where(check => known.ContainsKey((check.Source, check.ExternalId)))
            .GroupBy(check => known[(check.Source, check.ExternalId)].Id)
            .Select(ofVideo => (
                VideoId: ofVideo.Key, At: ofVideo.Max(check => check.CheckedAt),
                HasAnswer: ofVideo.Any(check => check.Result != CheckResult.Error)));
        foreach (var some in asked.Chunk(IdsAtOnce))
        {
            var ids = some.Select(video => video.VideoId).ToList();
            var answered = some.Where(video => video.HasAnswer).ToDictionary(video => video.VideoId, video => video.At);
            var reports = await db.Problems
                .Where(report => answered.Keys.Contains(report.VideoId) && report.Reason != ProblemReason.WrongFilm)
                .ToListAsync(cancellationToken);
            db.Problems.RemoveRange(reports.Where(report => report.ReportedAt <= answered[report.VideoId]));
            var rows = await db.Asked.Where(row => ids.Contains(row.VideoId))
                .ToDictionaryAsync(row => row.VideoId, cancellationToken);
            foreach (var (videoId, at, _) in some)
            {
                if (!rows.TryGetValue(videoId, out var row))
                {
                    db.Asked.Add(new AskedVideo { VideoId = videoId, AskedAt = at });
                }
                else if (row.AskedAt < at)
                {
                    row.AskedAt = at;
                }
            }
        }
    }
}
