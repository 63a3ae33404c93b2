using Microsoft.Extensions.Options;

namespace Gateway.Site.Posters;

/// <summary>How long is waited for pictures, and how many are fetched at a time.</summary>
internal sealed class PictureWaiting(
    IOptions<PosterOptions> options, TimeProvider clock, IHostApplicationLifetime lifetime) : IDisposable
{
    /// <summary>More than this many pictures under way means that their hosts cannot keep up.</summary>
    public const int LongestQueue = 200;

    private readonly SemaphoreSlim _places = new(options.Value.Parallel);

    /// <summary>Whether a fetch ends within the visitor's patience.</summary>
    public async Task<bool> IsInTimeAsync(Task fetch, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = await Task.WhenAny(fetch, Task.Delay(options.Value.Patience, clock, over.Token));
        await over.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        return first == fetch;
    }

    /// <summary>Waits for a free place; the time for fetching begins when it is taken.</summary>
    public async Task<Place> TakePlaceAsync()
    {
        await _places.WaitAsync(lifetime.ApplicationStopping);
        return new Place(_places, options.Value.FetchTime, clock, lifetime.ApplicationStopping);
    }

    public void Dispose() => _places.Dispose();

    public sealed class Place : IDisposable
    {
        private readonly SemaphoreSlim _places;
        private readonly CancellationTokenSource _time;
        private readonly CancellationTokenSource _either;

        public Place(SemaphoreSlim places, TimeSpan time, TimeProvider clock, CancellationToken stopping)
        {
            _places = places;
            _time = new CancellationTokenSource(time, clock);
            _either = CancellationTokenSource.CreateLinkedTokenSource(_time.Token, stopping);
            Stopping = stopping;
        }

        /// <summary>The host's time.</summary>
        public CancellationToken Deadline => _either.Token;

        /// <summary>What is done here afterwards is not the host's fault and has no part in its time.</summary>
        public CancellationToken Stopping { get; }

        public void Dispose()
        {
            _either.Dispose();
            _time.Dispose();
            _places.Release();
        }
    }
}
