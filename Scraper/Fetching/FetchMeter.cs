namespace Scraper.Fetching;

/// <summary>What one run cost its source. Counted by every fetch of the run, read at any time.</summary>
internal sealed class FetchMeter
{
    private int _requests;
    private int _retries;
    private int _notModified;
    private long _bytes;

    /// <summary>The source was failing when the run began: until it answers, nothing is asked twice.</summary>
    public bool IsProbing { get; set; }
    /// <summary>The way of this run's requests: what stands between them and their hosts.</summary>
    public Func<IExchange, IExchange> Through { get; init; } = hosts => hosts;

    /// <summary>Requests sent, retries and redirects included.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Requests sent again after a failure that may pass.</summary>
    public int Retries => Volatile.Read(ref _retries);

    /// <summary>Answers that hosts did not send again because we hold them.</summary>
    public int NotModified => Volatile.Read(ref _notModified);

    /// <summary>Bytes of bodies read, after decompression.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    public void CountRequest() => Interlocked.Increment(ref _requests);

    public void CountRetry() => Interlocked.Increment(ref _retries);

    public void CountNotModified() => Interlocked.Increment(ref _notModified);

    public void CountBytes(long bytes) => Interlocked.Add(ref _bytes, bytes);
}
