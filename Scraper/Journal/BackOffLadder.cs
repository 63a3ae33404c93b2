namespace Scraper.Journal;

/// <summary>How long a source that fails is left alone, rung by rung.</summary>
internal static class BackOffLadder
{
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24),
    ];

    /// <summary>The highest rung.</summary>
    public static int Top => Waits.Length - 1;

    /// <param name="step">0 for a source that answers.</param>
    public static TimeSpan WaitAt(int step) => Waits[Math.Clamp(step, 0, Top)];
}
