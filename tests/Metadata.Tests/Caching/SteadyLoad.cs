using System.Diagnostics;

namespace Metadata.Tests.Caching;

/// <summary>Requests at a constant rate, whether or not earlier ones have been answered: a service that stalls does not slow
/// its visitors' coming down. Each is timed from the moment it was due.</summary>
internal static class SteadyLoad
{
    private const int PerSecond = 100;

    /// <param name="request">Its number comes in; whether it was answered well goes out.</param>
    public static async Task<LoadOutcome> RunAsync(TimeSpan duration, Func<int, Task<bool>> request)
    {
        var begun = Stopwatch.GetTimestamp();
        var requests = new List<Task<(bool IsWell, TimeSpan Took)>>();
        for (var number = 0; number < duration.TotalSeconds * PerSecond; number++)
        {
            var due = TimeSpan.FromSeconds((double)number / PerSecond);
            if (due - Stopwatch.GetElapsedTime(begun) is { Ticks: > 0 } early)
            {
                await Task.Delay(early);
            }

            requests.Add(TimeAsync(begun, due, request(number)));
        }

        var outcomes = await Task.WhenAll(requests);
        return new LoadOutcome(outcomes.Count(outcome => !outcome.IsWell), outcomes.Max(outcome => outcome.Took));
    }

    private static async Task<(bool IsWell, TimeSpan Took)> TimeAsync(long begun, TimeSpan due, Task<bool> request)
    {
        var isWell = await request;
        return (isWell, Stopwatch.GetElapsedTime(begun) - due);
    }
}

internal sealed record LoadOutcome(int Failures, TimeSpan Slowest);
