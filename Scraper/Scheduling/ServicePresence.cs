using Scraper.Journal;

namespace Scraper.Scheduling;

/// <summary>Shows to the command line that some process serves, and picks of several the one that looks after the rest.</summary>
internal sealed class ServicePresence(Leases leases) : IAsyncDisposable
{
    public const string Lease = "service";

    private HeldLease? _held;

    /// <summary>Whether this process is the one.</summary>
    public async Task<bool> ShowAsync(CancellationToken cancellationToken)
    {
        if (_held is { Lost.IsCancellationRequested: true })
        {
            await DisposeAsync();
        }

        _held ??= await leases.TryTakeAsync(Lease, cancellationToken);
        return _held is not null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_held is not null)
        {
            await _held.DisposeAsync();
            _held = null;
        }
    }
}
