using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using Gateway.Edge.Limits;

namespace Gateway.Reports;

/// <summary>Tells what a client does for the first time within a span of time. Clients are kept as hashes under a secret of
/// this process, so that nothing of a visitor is in memory; past the bound what was done longest ago is forgotten.</summary>
internal sealed class OncePerClient(TimeSpan span, TimeProvider clock)
{
    /// <summary>Things remembered, about 50 bytes each.</summary>
    public const int Most = 100_000;

    private readonly Lock _lock = new();
    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(32);
    private readonly HashSet<long> _done = [];
    private readonly Queue<(long Thing, DateTimeOffset At)> _inOrder = [];

    public bool IsFirst(IPAddress? client, params ReadOnlySpan<int> thing)
    {
        var hash = Hash(ClientKey.Of(client), thing);
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            while (_inOrder.TryPeek(out var oldest) && (now - oldest.At >= span || _inOrder.Count >= Most))
            {
                _done.Remove(_inOrder.Dequeue().Thing);
            }

            if (!_done.Add(hash))
            {
                return false;
            }

            _inOrder.Enqueue((hash, now));
            return true;
        }
    }

    private long Hash(ulong client, ReadOnlySpan<int> thing)
    {
        Span<byte> text = stackalloc byte[sizeof(ulong) + (thing.Length * sizeof(int))];
        BinaryPrimitives.WriteUInt64LittleEndian(text, client);
        for (var part = 0; part < thing.Length; part++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(text[(sizeof(ulong) + (part * sizeof(int)))..], thing[part]);
        }

        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_secret, text, hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }
}
