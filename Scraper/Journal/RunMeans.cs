using Scraper.Fetching;
using Scraper.Recording;

namespace Scraper.Journal;

/// <summary>What a run that is kept works with.</summary>
/// <param name="Recording">Null for a run that asks no host.</param>
internal sealed record RunMeans(RunRecording? Recording, FetchMeter Meter)
{
    public static RunMeans Of(RunRecording recording) => new(recording, new FetchMeter { Through = recording.Through });

    /// <summary>For a run that asks no host.</summary>
    public static RunMeans Offline() => new(Recording: null, new FetchMeter());
}
