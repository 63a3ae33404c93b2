using System.Diagnostics;
using System.Net;

namespace Benchmarks.Load;

/// <summary>Requests arrive at a constant rate, as visitors do, whether earlier ones are answered or not. Latency
/// counts from the moment a request should have been sent: the wait behind a stall is part of it.</summary>
internal static class OpenLoop
{
    // Enough that a request finds a free connection unless the service is far behind.
    private const int Connections = 16;

    private static readonly ManualResetEvent Never = new(false);

    /// <summary>Sends all requests once, and returns how long each answer took, milliseconds.</summary>
    /// <param name="look">Sees each answer, by the request's place, when its time has been taken.</param>
    public static double[] Send(
        IPEndPoint address, IReadOnlyList<byte[]> requests, double perSecond, Action<int, HttpAnswer>? look = null)
    {
        var latencies = new double[requests.Count];
        var next = -1;
        var start = Stopwatch.GetTimestamp();
        Workers.Run(Math.Min(Connections, requests.Count), _ =>
        {
            using var connection = new HttpConnection(address);
            for (int at; (at = Interlocked.Increment(ref next)) < requests.Count;)
            {
                var due = start + (long)(at / perSecond * Stopwatch.Frequency);
                WaitUntil(due);
                var answer = connection.Send(requests[at]).OrThrow(requests[at]);
                latencies[at] = Stopwatch.GetElapsedTime(due).TotalMilliseconds;
                look?.Invoke(at, answer);
            }
        });
        return latencies;
    }

    // Waiting is a millisecond coarse; the rest is waited for by giving the core away again and again.
    private static void WaitUntil(long due)
    {
        var left = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due).TotalMilliseconds - 0.2;
        if (left >= 1)
        {
            Never.WaitOne((int)left);
        }

        while (Stopwatch.GetTimestamp() < due)
        {
            Thread.Yield();
        }
    }
}
