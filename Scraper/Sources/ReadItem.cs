namespace Scraper.Sources;

/// <summary>What became of one item of a listing: a video, or a reject with its reason.</summary>
internal sealed record ReadItem(RawVideo? Video, RejectedItem? Reject)
{
    public static ReadItem Accept(RawVideo video) => new(video, Reject: null);

    public static ReadItem Refuse(string? externalId, string reason, string payload) =>
        new(Video: null, RejectedItem.Of(externalId, reason, payload));

    /// <summary>A page that holds nothing else.</summary>
    public SourcePage AsPage() => new(
        Video is null ? [] : [Video], Reject is null ? [] : [Reject], NextCursor: null, Total: 1);
}
