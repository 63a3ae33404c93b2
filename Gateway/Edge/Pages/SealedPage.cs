using System.Security.Cryptography;
using System.Text;

namespace Gateway.Edge.Pages;

/// <summary>A page as it lies in Redis: a seal and the page. The seal binds it to its key and to the program that wrote it,
/// so what is damaged, misplaced or of another version counts as absent.</summary>
internal static class SealedPage
{
    /// <summary>Larger pages are kept in memory only.</summary>
    public const int MaxBytes = 1024 * 1024;

    private static readonly byte[] Program = typeof(SealedPage).Module.ModuleVersionId.ToByteArray();

    /// <summary>Null for a page that is too large or shows no one state of the catalogue.</summary>
    public static byte[]? Write(string key, Page page)
    {
        if (page.Stamp is null || page.Answer.Body.Length > MaxBytes / 2)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        bytes.Write(stackalloc byte[SHA256.HashSizeInBytes]);
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(page.Stamp);
            writer.Write(page.BegunAt.UtcTicks);
            writer.Write(page.Answer.Body.ContentType);
            writer.Write(page.Answer.CacheControl);
            writer.Write(page.Answer.IsPassing);
            writer.Write(page.Answer.Body.Plain.Bytes);
        }

        var sealedPage = bytes.ToArray();
        Seal(key, sealedPage.AsSpan(SHA256.HashSizeInBytes)).CopyTo(sealedPage, 0);
        return sealedPage;
    }

    /// <summary>The page; null when the bytes are not what was written for this key.</summary>
    public static Page? Read(string key, byte[]? bytes)
    {
        if (bytes is null || bytes.Length is <= SHA256.HashSizeInBytes or > MaxBytes
            || !Seal(key, bytes.AsSpan(SHA256.HashSizeInBytes)).AsSpan().SequenceEqual(bytes.AsSpan(0, SHA256.HashSizeInBytes)))
        {
            return null;
        }

        using var reader = new BinaryReader(new MemoryStream(bytes, SHA256.HashSizeInBytes, bytes.Length - SHA256.HashSizeInBytes));
        var (stamp, begunAt) = (reader.ReadString(), new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero));
        var (contentType, cacheControl, isPassing) = (reader.ReadString(), reader.ReadString(), reader.ReadBoolean());
        var body = new FinishedBody(reader.ReadBytes(bytes.Length), contentType);
        return new Page(new FinishedAnswer(body, cacheControl) { IsPassing = isPassing }, stamp, begunAt);
    }

    private static byte[] Seal(string key, ReadOnlySpan<byte> page)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Program);
        hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        hash.AppendData(page);
        return hash.GetHashAndReset();
    }
}
