using System.Collections.Concurrent;
using System.Text.Json;
using Gateway.Catalog;
using Gateway.Operations;
using Gateway.Site.Posters;
using Metadata.Client;

namespace Gateway.Site.Pages;

/// <summary>What the front page and the catalogue open with, at most a minute old and asked for once however many visitors
/// come. A page never waits long for it: without its island the site asks by itself.</summary>
internal sealed partial class FirstViews(
    IServiceScopeFactory scopes, PictureJson pictures, TimeProvider clock, ILogger<FirstViews> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan KeptWithout = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, View> _views = new(StringComparer.Ordinal);

    public Task<DataIsland?> HomeAsync(CancellationToken cancellationToken) =>
        FindAsync("/api/v1/home", ReadHomeAsync, cancellationToken);

    public Task<DataIsland?> CatalogAsync(CancellationToken cancellationToken) =>
        FindAsync("/api/v1/movies", ReadCatalogAsync, cancellationToken);

    private async Task<DataIsland?> FindAsync(
        string url, Func<IServiceProvider, Task<byte[]?>> read, CancellationToken cancellationToken)
    {
        var view = _views.GetOrAdd(url, _ => new View());
        var loading = view.Start(clock, () => LoadAsync(url, read, view));
        if (view.Last is null && !loading.IsCompleted)
        {
            await Task.WhenAny(loading, Task.Delay(Patience, clock, cancellationToken));
        }

        return view.Last;
    }

    /// <summary>Goes on when the visitor who began it has left.</summary>
    private async Task LoadAsync(string url, Func<IServiceProvider, Task<byte[]?>> read, View view)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var json = await read(scope.ServiceProvider);
            view.End(json is null ? null : new DataIsland(url, pictures.Rewrite(json)), clock.GetUtcNow() + Kept);
        }
        catch (Exception failure) when (failure is MetadataException or JsonException)
        {
            WithoutData(url, failure.Message);
            view.End(null, clock.GetUtcNow() + KeptWithout);
        }
    }

    private static async Task<byte[]?> ReadHomeAsync(IServiceProvider services)
    {
        var page = await services.GetRequiredService<HomeRows>().GatherAsync(CancellationToken.None);
        return page is { Missing.Count: 0 } ? JsonSerializer.SerializeToUtf8Bytes(page, GatewayJson.Readable.HomePage) : null;
    }

    private static async Task<byte[]?> ReadCatalogAsync(IServiceProvider services)
    {
        var page = await services.GetRequiredService<MetadataClient>().ListMoviesAsync("", CancellationToken.None);
        return JsonSerializer.SerializeToUtf8Bytes(page, CatalogueJson.Readable.PageOfMovieSummary);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Pages go out without {Url}: {Reason}")]
    private partial void WithoutData(string url, string reason);

    private sealed class View
    {
        private readonly Lock _lock = new();
        private Task _loading = Task.CompletedTask;
        private DateTimeOffset _until;

        public DataIsland? Last { get; private set; }

        /// <summary>The loading under way, begun now if the last one is out of date.</summary>
        public Task Start(TimeProvider clock, Func<Task> load)
        {
            lock (_lock)
            {
                if (_loading.IsCompleted && clock.GetUtcNow() >= _until)
                {
                    _loading = load();
                }

                return _loading;
            }
        }

        public void End(DataIsland? island, DateTimeOffset until)
        {
            lock (_lock)
            {
                (Last, _until) = (island, until);
            }
        }
    }
}
