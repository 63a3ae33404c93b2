using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;

namespace Benchmarks.Processes;

/// <summary>How fast another process allocates, as its runtime tells every second.</summary>
internal static class Allocations
{
    /// <summary>Bytes a second while the work is done; it has to last a few seconds. The first and the last second do not
    /// count, for the work fills them only in part.</summary>
    public static double PerSecond(int process, Action work)
    {
        var provider = new EventPipeProvider("System.Runtime", EventLevel.Informational, (long)EventKeywords.All,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["EventCounterIntervalSec"] = "1" });
        var told = new List<double>();
        using var session = new DiagnosticsClient(process).StartEventPipeSession([provider], requestRundown: false);
        using var source = new EventPipeEventSource(session.EventStream);
        source.Dynamic.All += told.AddRate;
        var listening = Task.Factory.StartNew(
            () => source.Process(), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        work();
        session.Stop();
        listening.GetAwaiter().GetResult();
        return told.Count > 2 ? told.Skip(1).SkipLast(1).Average() : throw new InvalidOperationException(
            $"The runtime of process {process} told its allocations {told.Count} times, at least 3 are needed: let the work last longer.");
    }

    private static void AddRate(this List<double> told, TraceEvent counter)
    {
        if (counter.EventName == "EventCounters"
            && counter.PayloadValue(0) is IDictionary<string, object> { } payload
            && payload["Payload"] is IDictionary<string, object> { } values
            && values["Name"] is "alloc-rate")
        {
            told.Add((double)values["Increment"]);
        }
    }
}
