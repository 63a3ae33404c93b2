using Scraper.Sources;

namespace Scraper.Collecting;

/// <summary>How a run walks a target: to its end, or until it meets known ground.</summary>
/// <param name="KnownBefore">What was published earlier is known, if it was seen; null while no date is known.</param>
internal sealed record TargetWalk(bool IsFull, DateTimeOffset? KnownBefore)
{
    public static TargetWalk Full { get; } = new(IsFull: true, KnownBefore: null);

    /// <summary>Whether nothing new can follow a page: all of it was seen by walks that came to their end, and it lies
    /// below the watermark by more than the overlap.</summary>
    public bool EndsAt(SourcePage page, IReadOnlyCollection<Sighting> sightings) =>
        !IsFull && page.IsNewestFirst && sightings.Count > 0
        && sightings.Count == page.Videos.Count + page.Rejects.Count
        && sightings.All(sighting => sighting.IsSettled)
        && (page.NewestPublishedAt is not { } newest || newest < KnownBefore);
}

/// <summary>When a video was seen before.</summary>
/// <param name="InThisRun">An earlier page of the run has it.</param>
/// <param name="IsSettled">A walk of this target that has come to its end, or an earlier one, saw it first.</param>
internal sealed record Sighting(bool InThisRun, bool IsSettled);
