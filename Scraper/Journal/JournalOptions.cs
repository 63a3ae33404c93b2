using System.ComponentModel.DataAnnotations;

namespace Scraper.Journal;

/// <summary>How the journal guards its runs; section "Journal" of the configuration.</summary>
internal sealed class JournalOptions
{
    /// <summary>How long a lease outlives a holder that no longer renews it: so long what a machine that died was at waits
    /// for another.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:10:00")]
    public TimeSpan LeaseDuration { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>How old an interrupted run may be to be resumed; lists move on, and old cursors lead astray.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan ResumeWithin { get; init; } = TimeSpan.FromDays(1);

    /// <summary>A film that has not changed is sent again after this long, so that a Metadata that lost it gets it back.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "365.00:00:00")]
    public TimeSpan ResendAfter { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How many days pages and rejects of ended runs are kept.</summary>
    [Range(1, 3650)]
    public int KeepRunsDays { get; init; } = 90;
}
