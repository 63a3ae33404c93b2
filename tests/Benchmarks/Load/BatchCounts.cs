using System.Text.Json;
using Metadata.Client;

namespace Benchmarks.Load;

/// <summary>What became of the uploads of one or more batches.</summary>
internal sealed record BatchCounts(int Created, int Updated, int Unchanged, int Rejected, int Review)
{
    public int Total => Created + Updated + Unchanged + Rejected + Review;

    /// <exception cref="JsonException">The answer is no report.</exception>
    public static BatchCounts Read(ReadOnlySpan<byte> report)
    {
        var read = JsonSerializer.Deserialize(report, MetadataJson.Default.UpsertReport)!;
        return new BatchCounts(read.Created, read.Updated, read.Unchanged, read.Rejected, read.Review);
    }

    public static BatchCounts operator +(BatchCounts one, BatchCounts other) => new(
        one.Created + other.Created, one.Updated + other.Updated, one.Unchanged + other.Unchanged,
        one.Rejected + other.Rejected, one.Review + other.Review);
}

/// <summary>What an ingest came to.</summary>
/// <param name="Elapsed">From the first byte sent to the last answer.</param>
/// <param name="Latencies">Of the batches.</param>
internal sealed record IngestOutcome(BatchCounts Counts, TimeSpan Elapsed, Latencies Latencies)
{
    public double PerSecond => Counts.Total / Elapsed.TotalSeconds;
}
