using Scraper.Fetching;
using Scraper.Recording;

namespace Scraper.Journal;

/// <summary>What a run that is kept works with.</summary>
/// <param name="Recording">Null for a run that asks no host.</param>
/// <param name="ResendAfter">See <see cref="JournalOptions.ResendAfter"/>; null for never.</param>
internal sealed record RunMeans(RunRecording? Recording, FetchMeter Meter, TimeSpan? ResendAfter)
{
    public static RunMeans Of(RunRecording recording, TimeSpan resendAfter) =>
        new(recording, new FetchMeter { Through = recording.Through }, resendAfter);
}
