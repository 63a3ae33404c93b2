using System.Diagnostics;

namespace Metadata.Tests.Caching;

/// <summary>Which version of a film readers see while it is written again and again, and whether that is too old.</summary>
internal sealed class Sightings
{
    /// <summary>How long a write may stay unseen.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly List<(int Version, long At)> _written = [];
    private readonly List<string> _wrong = [];

    public int Reads { get; private set; }

    /// <summary>What was seen too late or backwards.</summary>
    public IReadOnlyList<string> Wrong => _wrong;

    /// <summary>To be called when a write has been acknowledged.</summary>
    public void Note(int version)
    {
        lock (_lock)
        {
            _written.Add((version, Stopwatch.GetTimestamp()));
        }
    }

    /// <summary>Reads again and again until the token says so.</summary>
    public async Task WatchAsync(string reader, Func<Task<int>> read, CancellationToken until)
    {
        var last = 0;
        while (!until.IsCancellationRequested)
        {
            var due = Due();
            var seen = await read();
            lock (_lock)
            {
                Reads++;
                if (seen < due || seen < last)
                {
                    _wrong.Add($"{reader} saw version {seen} after {last}, when {due} was due");
                }
            }

            last = seen;
            await Task.Delay(TimeSpan.FromMilliseconds(20), CancellationToken.None);
        }
    }

    // The last version that everybody must see by now.
    private int Due()
    {
        lock (_lock)
        {
            return _written.LastOrDefault(write => Stopwatch.GetElapsedTime(write.At) > Limit).Version;
        }
    }
}
