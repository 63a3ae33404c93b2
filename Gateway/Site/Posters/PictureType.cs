namespace Gateway.Site.Posters;

/// <summary>A picture format that is passed on: known by its first bytes, whatever its host calls it. Formats that can
/// carry script, such as SVG, are not among them.</summary>
internal sealed record PictureType(string ContentType, string Extension)
{
    private static readonly PictureType Jpeg = new("image/jpeg", ".jpg");
    private static readonly PictureType Png = new("image/png", ".png");
    private static readonly PictureType Gif = new("image/gif", ".gif");
    private static readonly PictureType WebP = new("image/webp", ".webp");
    private static readonly PictureType Avif = new("image/avif", ".avif");

    public static readonly IReadOnlyList<PictureType> All = [Jpeg, Png, Gif, WebP, Avif];

    /// <summary>The type of a picture, null when it is none of ours.</summary>
    public static PictureType? Of(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? Png
        : bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8) ? Gif
        : bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8) ? WebP
        : bytes.Length >= 12 && bytes[4..8].SequenceEqual("ftyp"u8)
            && (bytes[8..12].SequenceEqual("avif"u8) || bytes[8..12].SequenceEqual("avis"u8)) ? Avif
        : null;
}
