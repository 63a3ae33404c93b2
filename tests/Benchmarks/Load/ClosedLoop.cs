using System.Diagnostics;
using System.Net;

namespace Benchmarks.Load;

/// <summary>Each connection sends its next request when it has the answer to the last. That finds what the service can
/// do at most; it is no measure of waiting, for a service that stalls is simply asked less.</summary>
internal static class ClosedLoop
{
    /// <summary>Sends all requests once, as fast as they are answered.</summary>
    /// <param name="look">Sees each answer, by the request's place; null when the status is all that matters.</param>
    public static Outcome Send(
        IPEndPoint address, IReadOnlyList<byte[]> requests, int connections, Action<int, HttpAnswer>? look = null)
    {
        var next = -1;
        return Run(address, connections, requests.Count, (connection, latencies) =>
        {
            for (int at; (at = Interlocked.Increment(ref next)) < requests.Count;)
            {
                var sent = Stopwatch.GetTimestamp();
                var answer = connection.Send(requests[at]).OrThrow(requests[at]);
                latencies.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
                look?.Invoke(at, answer);
            }
        });
    }

    /// <summary>Repeats one request until the time is over.</summary>
    public static Outcome Repeat(IPEndPoint address, byte[] request, int connections, TimeSpan duration) =>
        Repeat(address, [request], connections, duration);

    /// <summary>Repeats requests in their order until the time is over, each connection from another place on.</summary>
    public static Outcome Repeat(
        IPEndPoint address, IReadOnlyList<byte[]> requests, int connections, TimeSpan duration)
    {
        var (start, begun) = (Stopwatch.GetTimestamp(), 0);
        return Run(address, connections, 1 << 16, (connection, latencies) =>
        {
            var at = Interlocked.Increment(ref begun) * (requests.Count / connections);
            while (Stopwatch.GetElapsedTime(start) < duration)
            {
                var request = requests[at++ % requests.Count];
                var sent = Stopwatch.GetTimestamp();
                connection.Send(request).OrThrow(request);
                latencies.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            }
        });
    }

    private static Outcome Run(
        IPEndPoint address, int connections, int expected, Action<HttpConnection, List<double>> work)
    {
        var latencies = Enumerable.Range(0, connections).Select(_ => new List<double>(expected)).ToList();
        var start = Stopwatch.GetTimestamp();
        Workers.Run(connections, worker =>
        {
            using var connection = new HttpConnection(address, worker);
            work(connection, latencies[worker]);
        });
        return new Outcome(new Latencies(latencies.SelectMany(list => list)), Stopwatch.GetElapsedTime(start));
    }

    /// <summary>What a round came to.</summary>
    public sealed record Outcome(Latencies Latencies, TimeSpan Elapsed);
}
