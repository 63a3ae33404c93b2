using System.Buffers.Binary;

namespace Gateway.Site.Posters;

/// <summary>Walks over a JPEG's segments to its frame header (ITU T.81, B.2.2).</summary>
internal static class JpegSize
{
    private const byte Mark = 0xFF;
    private const int FrameHeaderLength = 9;

    public static PictureSize? Read(ReadOnlySpan<byte> bytes)
    {
        var place = 2;
        while (place + 4 <= bytes.Length && bytes[place] == Mark)
        {
            var marker = bytes[place + 1];
            if (marker == Mark)
            {
                place++;
                continue;
            }

            if (IsFrame(marker))
            {
                return place + FrameHeaderLength <= bytes.Length
                    ? new PictureSize(Number(bytes[(place + 7)..]), Number(bytes[(place + 5)..]))
                    : null;
            }

            place += 2 + (IsAlone(marker) ? 0 : Number(bytes[(place + 2)..]));
        }

        return null;
    }

    // 0xC0 to 0xCF begin frames, but for three tables among them.
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static bool IsAlone(byte marker) => marker is 0x01 or (>= 0xD0 and <= 0xD9);

    private static int Number(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
