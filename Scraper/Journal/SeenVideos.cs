using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Scraper.Journal;

/// <summary>Which videos a source has ever listed: looked up by hash, so that nothing is held in memory.</summary>
internal static class SeenVideos
{
    private static readonly RowInsert Insert = new(
        "SeenVideos", ["Id", "Source", "VideoKey", "Target", "FirstRunId", "LastRunId", "LastSeenAt"],
        " ON CONFLICT (\"Id\") DO UPDATE SET \"Target\" = excluded.\"Target\", \"LastRunId\" = excluded.\"LastRunId\", "
        + "\"LastSeenAt\" = excluded.\"LastSeenAt\"");

    /// <summary>The runs that saw these videos first and last; what is missing was never seen.</summary>
    public static async Task<Dictionary<string, (int First, int Last)>> RecallAsync(
        JournalDb db, string source, IEnumerable<string> videoKeys, CancellationToken cancellationToken)
    {
        var keys = new Dictionary<long, string>();
        foreach (var key in videoKeys)
        {
            keys[IdOf(source, key)] = key;
        }

        // As one parameter, or every page would be a statement of its own to compile.
        var ids = keys.Keys.ToArray();
        var seen = await db.SeenVideos.AsNoTracking()
            .Where(video => EF.Parameter(ids).Contains(video.Id))
            .Select(video => new { video.Id, video.FirstRunId, video.LastRunId })
            .ToListAsync(cancellationToken);
        return seen.ToDictionary(
            video => keys[video.Id], video => (video.FirstRunId, video.LastRunId), StringComparer.Ordinal);
    }

    /// <summary>Notes that a page of a run's target has these videos.</summary>
    public static Task NoteAsync(
        JournalDb db, Run run, string target, IEnumerable<string> videoKeys, DateTimeOffset now, CancellationToken cancellationToken) =>
        Insert.WriteAsync(
            db, videoKeys.Select(key => new object?[]
            {
                IdOf(run.Source, key), run.Source, StorableText.Of(key), target, run.Id, run.Id, now,
            }),
            cancellationToken);

    private static long IdOf(string source, string videoKey)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{source}\n{videoKey}"), hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }
}
