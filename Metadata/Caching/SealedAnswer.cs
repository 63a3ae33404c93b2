using System.Security.Cryptography;
using System.Text;
using Metadata.Client;

namespace Metadata.Caching;

/// <summary>An answer as it lies in Redis: a seal and the JSON. The seal binds the JSON to its query, to the state of the
/// catalogue and to the program that wrote it, so what is outdated, damaged, misplaced or of another version counts as
/// absent.</summary>
internal static class SealedAnswer
{
    public const int MaxBytes = 1024 * 1024;

    /// <summary>Longer answers are kept in memory only.</summary>
    public const int MaxBodyBytes = MaxBytes - SHA256.HashSizeInBytes;

    private static readonly byte[] Program =
    [
        .. typeof(SealedAnswer).Module.ModuleVersionId.ToByteArray(),
        .. typeof(MovieDetails).Module.ModuleVersionId.ToByteArray(),
    ];

    public static byte[] Write(string key, long stamp, byte[] body) => [.. Seal(key, stamp, body), .. body];

    /// <summary>The JSON; null when it does not belong to this key and stamp.</summary>
    public static byte[]? Read(string key, long stamp, byte[]? bytes) =>
        bytes?.Length is > SHA256.HashSizeInBytes and <= MaxBytes
        && bytes.AsSpan(SHA256.HashSizeInBytes) is var body
        && Seal(key, stamp, body).AsSpan().SequenceEqual(bytes.AsSpan(0, SHA256.HashSizeInBytes))
            ? body.ToArray()
            : null;

    private static byte[] Seal(string key, long stamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Program);
        hash.AppendData(BitConverter.GetBytes(stamp));
        hash.AppendData(Encoding.UTF8.GetBytes(key));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }
}
