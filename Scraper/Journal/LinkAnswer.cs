using Metadata.Client;

namespace Scraper.Journal;

/// <summary>What a host has said of a video in a check of links whose results have not been handed in yet. A check that
/// is cut off goes on after the last of them.</summary>
internal sealed class LinkAnswer
{
    public required string Source { get; init; }

    /// <summary>As the catalogue knows the video.</summary>
    public required string ExternalId { get; init; }

    public required CheckResult Result { get; init; }

    public required DateTimeOffset CheckedAt { get; init; }
}
