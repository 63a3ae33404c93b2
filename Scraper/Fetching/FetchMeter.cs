namespace Scraper.Fetching;

/// <summary>What a run has cost its source so far. Counted by the fetcher, read by the run's report.</summary>
internal sealed class FetchMeter
{
    private long _requests;
    private long _retries;
    private long _bytes;

    public long Requests => Interlocked.Read(ref _requests);

    public long Retries => Interlocked.Read(ref _retries);

    public long Bytes => Interlocked.Read(ref _bytes);

    public void CountRequest() => Interlocked.Increment(ref _requests);

    public void CountRetry() => Interlocked.Increment(ref _retries);

    public void CountBytes(long bytes) => Interlocked.Add(ref _bytes, bytes);
}
