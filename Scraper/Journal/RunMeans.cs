using Scraper.Fetching;
using Scraper.Recording;

namespace Scraper.Journal;

/// <summary>What a run that is kept works with.</summary>
/// <param name="ResendAfter">See <see cref="JournalOptions.ResendAfter"/>.</param>
internal sealed record RunMeans(RunRecording Recording, FetchMeter Meter, TimeSpan ResendAfter)
{
    public static RunMeans Of(RunRecording recording, TimeSpan resendAfter) =>
        new(recording, new FetchMeter { Through = recording.Through }, resendAfter);
}
