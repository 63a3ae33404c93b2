namespace Scraper.Fetching.Pacing;

/// <summary>Leaves a host alone that fails time after time, and then lets one request try.</summary>
internal static class Breaker
{
    /// <summary>In a row; the last of them opens it.</summary>
    public const int Failures = 5;

    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);

    // Longer breaks are the business of whoever runs the source.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>How long nobody asks after that many failures in a row.</summary>
    public static TimeSpan TimeAfter(int failures)
    {
        if (failures < Failures)
        {
            return TimeSpan.Zero;
        }

        var time = First * Math.Pow(2, Math.Min(failures - Failures, 10));
        return time < Longest ? time : Longest;
    }
}
