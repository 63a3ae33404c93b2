using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Metadata.Caching;

/// <summary>Finished answers in this process, within a limit of memory: who is asked least goes first. An answer does not
/// grow old: it counts while the catalogue has the stamp that was read before it was loaded.</summary>
internal sealed class AnswerMemory(IOptions<CacheOptions> options) : IDisposable
{
    // What an entry takes beside its key and body: the entry, its place in the table, the headers of key and body.
    private const int EntryBytes = 400;

    private readonly MemoryCache _answers = new(new MemoryCacheOptions
    {
        SizeLimit = options.Value.MaxMegabytes * 1024L * 1024L,
        TrackStatistics = true,
    });

    public int Count => _answers.Count;

    /// <summary>The memory that the answers take, by the reckoning that the limit applies to.</summary>
    public long Bytes => _answers.GetCurrentStatistics()?.CurrentEstimatedSize ?? 0;

    public bool TryGet(string key, long stamp, [NotNullWhen(true)] out byte[]? body)
    {
        body = _answers.TryGetValue(key, out Answer? answer) && answer!.Stamp == stamp ? answer.Body : null;
        return body is not null;
    }

    public void Keep(string key, long stamp, byte[] body) => _answers.Set(
        key, new Answer(stamp, body),
        new MemoryCacheEntryOptions { Size = (key.Length * sizeof(char)) + body.Length + EntryBytes });

    public void Dispose() => _answers.Dispose();

    private sealed record Answer(long Stamp, byte[] Body);
}
