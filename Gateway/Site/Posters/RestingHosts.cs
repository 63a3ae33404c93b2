using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Gateway.Site.Posters;

/// <summary>Hosts and single pictures that failed lately and are left alone for a while, so that a page of pictures
/// does not wait for each.</summary>
internal sealed class RestingHosts(IOptions<PosterOptions> options, TimeProvider clock)
{
    private const int MostEntries = 10_000;

    private readonly ConcurrentDictionary<string, DateTimeOffset> _until = new(StringComparer.OrdinalIgnoreCase);

    public bool IsResting(Uri address) => IsResting(address.Host) || IsResting(address.AbsoluteUri);

    public void RestHost(Uri address) => Rest(address.Host);

    public void RestPicture(Uri address) => Rest(address.AbsoluteUri);

    private bool IsResting(string name) => _until.TryGetValue(name, out var until) && until > clock.GetUtcNow();

    private void Rest(string name)
    {
        if (_until.Count >= MostEntries)
        {
            _until.Clear();
        }

        _until[name] = clock.GetUtcNow() + options.Value.RestAfterFailure;
    }
}
