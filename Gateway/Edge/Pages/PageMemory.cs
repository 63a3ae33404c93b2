using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Pages;

/// <summary>Pages in this process, within a limit of memory. A newcomer stands in a short queue first; only if somebody
/// asks for it again before its turn to leave does it come into the long one, where a page stays for as long as it is asked
/// for now and then. So however many pages are invented, they push out each other and not those that people come back to
/// (the S3-FIFO policy). A hit takes no lock and moves nothing.</summary>
internal sealed class PageMemory(IOptions<PageOptions> options)
{
    private readonly long _limit = options.Value.MaxMegabytes * 1024L * 1024L;
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, PagePlace> _places = new(StringComparer.Ordinal);
    private readonly Queue<PagePlace> _newcomers = [];
    private readonly Queue<PagePlace> _proven = [];
    private long _bytes;
    private long _newcomerBytes;

    public int Count => _places.Count;

    /// <summary>The memory that the pages take, by the reckoning that the limit applies to.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    public PagePlace? Find(string key) => _places.GetValueOrDefault(key);

    /// <summary>Keeps a page, unless there is one that was begun later.</summary>
    public void Keep(string key, Page page)
    {
        lock (_lock)
        {
            if (!_places.TryGetValue(key, out var place))
            {
                place = new PagePlace(key);
                _places[key] = place;
                _newcomers.Enqueue(place);
            }

            if (place.Page is null || place.Page.BegunAt <= page.BegunAt)
            {
                Resize(place, page.Bytes + (key.Length * sizeof(char)));
                (place.Page, place.IsSlow) = (page, false);
            }

            Shrink();
        }
    }

    /// <summary>There is no such page any more. Its place stays until its turn comes.</summary>
    public void Forget(string key)
    {
        lock (_lock)
        {
            if (_places.TryGetValue(key, out var place))
            {
                Empty(place);
            }
        }
    }

    private void Shrink()
    {
        while (_bytes > _limit)
        {
            var isNewcomer = _proven.Count == 0 || _newcomerBytes > _limit / 10;
            var place = (isNewcomer ? _newcomers : _proven).Dequeue();
            if (place.Page is null || place.Uses == 0)
            {
                Empty(place);
                _places.TryRemove(place.Key, out _);
                continue;
            }

            _newcomerBytes -= isNewcomer ? place.Bytes : 0;
            (place.IsProven, place.Uses) = (true, isNewcomer ? 0 : place.Uses - 1);
            _proven.Enqueue(place);
        }
    }

    private void Empty(PagePlace place)
    {
        Resize(place, 0);
        place.Page = null;
    }

    private void Resize(PagePlace place, int bytes)
    {
        _bytes += bytes - place.Bytes;
        _newcomerBytes += place.IsProven ? 0 : bytes - place.Bytes;
        place.Bytes = bytes;
    }
}
