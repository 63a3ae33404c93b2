namespace Metadata.Client;

/// <summary>An upload whose host is to be asked whether it still plays.</summary>
/// <param name="EmbedUrl">The player's address, which may hold the key of a private upload.</param>
/// <param name="CheckedAt">When a check last told anything; absent = never.</param>
/// <param name="Reports">How often visitors have reported it since.</param>
public sealed record WaitingVideo(
    int VideoId, int MovieId, string Title, string Source, string ExternalId, string SourceUrl, string? EmbedUrl,
    DateTimeOffset? CheckedAt, int Reports)
{
    /// <summary>Most uploads asked for at once.</summary>
    public const int MaxAtOnce = 50_000;
}
