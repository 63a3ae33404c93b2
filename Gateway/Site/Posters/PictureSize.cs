using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Gateway.Site.Posters;

/// <summary>Width and height that a picture's header states: known before anything is decoded, so that a few bytes
/// cannot grow into gigabytes.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PictureSize(int Width, int Height)
{
    public long Pixels => (long)Width * Height;

    /// <summary>The size of a picture of one of our types; null when its header is cut or makes no sense.</summary>
    public static PictureSize? Of(ReadOnlySpan<byte> bytes) => Read(bytes) is { Width: > 0, Height: > 0 } size ? size : null;

    private static PictureSize? Read(ReadOnlySpan<byte> bytes) => PictureType.Of(bytes)?.Extension switch
    {
        ".jpg" => JpegSize.Read(bytes),
        ".png" when bytes.Length >= 24 && bytes[12..16].SequenceEqual("IHDR"u8) =>
            new(BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..])),
        ".gif" when bytes.Length >= 10 =>
            new(BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..])),
        ".webp" => WebPSize.Read(bytes),
        ".avif" => AvifSize.Read(bytes),
        _ => null,
    };
}
