using System.Buffers.Binary;

namespace Gateway.Site.Posters;

/// <summary>Finds the greatest "ispe" property of an AVIF file: the whole picture's, as tiles and thumbnails are smaller
/// (ISO/IEC 23008-12, 6.5.3).</summary>
internal static class AvifSize
{
    private const int HeaderLength = 8;
    private const int FullBoxLength = 4;

    /// <summary>meta, iprp, ipco: whoever nests deeper means to exhaust the stack.</summary>
    private const int Depth = 3;

    public static PictureSize? Read(ReadOnlySpan<byte> bytes) => Read(bytes, Depth);

    private static PictureSize? Read(ReadOnlySpan<byte> bytes, int depth)
    {
        PictureSize? greatest = null;
        while (bytes.Length >= HeaderLength)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes);
            if (length < HeaderLength || length > bytes.Length)
            {
                break;
            }

            var content = bytes[HeaderLength..(int)length];
            var size = Read(bytes[4..HeaderLength], content, depth);
            greatest = size is not null && size.Value.Pixels > (greatest?.Pixels ?? 0) ? size : greatest;
            bytes = bytes[(int)length..];
        }

        return greatest;
    }

    private static PictureSize? Read(ReadOnlySpan<byte> kind, ReadOnlySpan<byte> content, int depth) =>
        kind.SequenceEqual("ispe"u8) ? Extent(content)
        : depth == 0 ? null
        : kind.SequenceEqual("meta"u8) && content.Length > FullBoxLength ? Read(content[FullBoxLength..], depth - 1)
        : kind.SequenceEqual("iprp"u8) || kind.SequenceEqual("ipco"u8) ? Read(content, depth - 1)
        : null;

    private static PictureSize? Extent(ReadOnlySpan<byte> content) => content.Length >= FullBoxLength + 8
        ? new PictureSize(
            BinaryPrimitives.ReadInt32BigEndian(content[FullBoxLength..]),
            BinaryPrimitives.ReadInt32BigEndian(content[(FullBoxLength + 4)..]))
        : null;
}
