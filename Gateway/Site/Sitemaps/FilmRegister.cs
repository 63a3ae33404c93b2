using Metadata.Client;

namespace Gateway.Site.Sitemaps;

/// <summary>The addresses of all films, read from Metadata page by page at most once an hour, when somebody asks. While it
/// is read anew, and while that fails, the last one stands.</summary>
internal sealed partial class FilmRegister(
    IServiceScopeFactory scopes, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<FilmRegister> logger)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);
    private static readonly TimeSpan RestAfterFailure = TimeSpan.FromMinutes(1);

    /// <summary>Programs that read sitemaps are patient, but not endlessly so.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private RegisteredFilms? _last;
    private Task _reading = Task.CompletedTask;
    private DateTimeOffset _until;

    /// <summary>Null while the first reading goes on or has failed.</summary>
    public async Task<RegisteredFilms?> FindAsync(CancellationToken cancellationToken)
    {
        var reading = Start();
        if (_last is null)
        {
            await Task.WhenAny(reading, Task.Delay(Patience, clock, cancellationToken));
        }

        return _last;
    }

    private Task Start()
    {
        lock (_lock)
        {
            if (_reading.IsCompleted && clock.GetUtcNow() >= _until)
            {
                _reading = ReadAsync(lifetime.ApplicationStopping);
            }

            return _reading;
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var metadata = scope.ServiceProvider.GetRequiredService<MetadataClient>();
            var began = clock.GetTimestamp();
            var films = await WalkAsync(metadata, cancellationToken);
            _last = _last?.Films.SequenceEqual(films) == true ? _last : new RegisteredFilms(films, clock.GetUtcNow());
            _until = clock.GetUtcNow() + Kept;
            var elapsed = clock.GetElapsedTime(began);
            Read(films.Length, elapsed);
        }
        catch (Exception failure) when (failure is MetadataException or OperationCanceledException)
        {
            _until = clock.GetUtcNow() + RestAfterFailure;
            NotRead(failure.Message);
        }
    }

    /// <summary>Oldest first, so that new films are added to the last file and leave the others as they are.</summary>
    private static async Task<RegisteredFilm[]> WalkAsync(MetadataClient metadata, CancellationToken cancellationToken)
    {
        var films = new List<RegisteredFilm>();
        var cursor = "";
        do
        {
            var page = await metadata.ListMoviesAsync($"sort=-new&pageSize=100{cursor}", cancellationToken);
            films.AddRange(page.Items.Select(movie => new RegisteredFilm(movie.Id, movie.Slug, movie.AddedAt)));
            cursor = page is { Items.Count: > 0, NextCursor: { } next } ? $"&cursor={Uri.EscapeDataString(next)}" : "";
        }
        while (cursor.Length > 0);

        return [.. films];
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The sitemap has {Films} films, read in {Elapsed}")]
    private partial void Read(int films, TimeSpan elapsed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The films for the sitemap cannot be read: {Reason}")]
    private partial void NotRead(string reason);
}
