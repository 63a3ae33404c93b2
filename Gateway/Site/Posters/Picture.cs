namespace Gateway.Site.Posters;

/// <summary>A picture of a format that may be shown.</summary>
/// <param name="Size">As its header states it.</param>
internal sealed record Picture(byte[] Bytes, PictureType Type, PictureSize Size)
{
    /// <summary>Null when the bytes are no picture of ours.</summary>
    public static Picture? Read(byte[] bytes) => PictureType.Of(bytes) is { } type && PictureSize.Of(bytes) is { } size
        ? new Picture(bytes, type, size)
        : null;
}
