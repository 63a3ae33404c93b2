using System.Buffers.Binary;
using System.IO.Compression;

namespace Scraper.Recording;

/// <summary>The form of a recording on disk: entries one after another, each a gzip member of its own, so that the file as
/// a whole is one gzip file for everybody's tools and a torn end costs one entry. A member names its own length in
/// gzip's extra field, so that a reader can go from one to the next without unpacking it.</summary>
internal static class RecordingEntry
{
    /// <summary>gzip's own ten bytes and ours.</summary>
    public const int HeadLength = GzipHead + ExtraLength;

    private const int GzipHead = 10;
    private const int FlagsAt = 3;
    private const byte HasExtra = 4;

    // Length of the field (2), our mark (2), length of what follows (2), length of the member (4).
    private const int ExtraLength = 10;
    private const int MemberLengthAt = GzipHead + 6;

    private static readonly byte[] Mark = [(byte)'O', (byte)'C'];

    /// <summary>A line and the bytes that follow it, as one member.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> line, ReadOnlySpan<byte> body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(line);
            gzip.WriteByte((byte)'\n');
            gzip.Write(body);
            gzip.WriteByte((byte)'\n');
        }

        var plain = packed.GetBuffer().AsSpan(0, (int)packed.Length);
        var member = new byte[plain.Length + ExtraLength];
        plain[..GzipHead].CopyTo(member);
        member[FlagsAt] |= HasExtra;
        BinaryPrimitives.WriteUInt16LittleEndian(member.AsSpan(GzipHead), ExtraLength - 2);
        Mark.CopyTo(member, GzipHead + 2);
        BinaryPrimitives.WriteUInt16LittleEndian(member.AsSpan(GzipHead + 4), sizeof(int));
        BinaryPrimitives.WriteInt32LittleEndian(member.AsSpan(MemberLengthAt), member.Length);
        plain[GzipHead..].CopyTo(member.AsSpan(HeadLength));
        return member;
    }

    /// <summary>The length of the member that begins with these bytes; null when none does.</summary>
    public static int? MemberLength(ReadOnlySpan<byte> head) =>
        head.Length >= HeadLength && head[0] == 0x1f && head[1] == 0x8b && (head[FlagsAt] & HasExtra) != 0
        && head.Slice(GzipHead + 2, Mark.Length).SequenceEqual(Mark)
        && BinaryPrimitives.ReadInt32LittleEndian(head[MemberLengthAt..]) is > HeadLength and var length
            ? length
            : null;
}
