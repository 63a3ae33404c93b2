using System.Buffers.Binary;

namespace Gateway.Site.Posters;

/// <summary>Reads the first chunk of a WebP file: lossy, lossless or extended (RFC 9649).</summary>
internal static class WebPSize
{
    private const int HeaderLength = 30;
    private const int FourteenBits = 0x3FFF;

    public static PictureSize? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength)
        {
            return null;
        }

        var kind = bytes[12..16];
        if (kind.SequenceEqual("VP8X"u8))
        {
            return new PictureSize(Number24(bytes[24..]) + 1, Number24(bytes[27..]) + 1);
        }

        if (kind.SequenceEqual("VP8L"u8) && bytes[20] == 0x2F)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]);
            return new PictureSize((int)(bits & FourteenBits) + 1, (int)((bits >> 14) & FourteenBits) + 1);
        }

        return kind.SequenceEqual("VP8 "u8) && bytes[23..26].SequenceEqual((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A])
            ? new PictureSize(Number(bytes[26..]) & FourteenBits, Number(bytes[28..]) & FourteenBits)
            : null;
    }

    private static int Number(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static int Number24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
