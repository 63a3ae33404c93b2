using Metadata.Data;
using Metadata.Searching;

namespace Metadata.Indexing;

/// <summary>The films in memory, as of a revision of the catalogue. Follows the database by reading the films that have
/// changed since; questions are asked under a lock that many readers share.</summary>
internal sealed partial class MovieIndex(IServiceScopeFactory scopes, TimeProvider clock, ILogger<MovieIndex> logger) : IDisposable
{
    // So few that readers hardly notice the writer, so many that what is done once for all of them is done seldom.
    private const int MoviesAtOnce = 500;

    private static readonly TimeSpan ProgressInterval = TimeSpan.FromSeconds(2);
    private static readonly CatalogueState Nothing = new() { Revision = -1, Generation = -1 };

    private readonly ReaderWriterLockSlim _lock = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly ChangedMovies _changed = new();
    private Films _films = new(new(), new());
    private CatalogueState _reached = Nothing;
    private int _readSoFar;

    /// <summary>The state of the catalogue that the index has come to.</summary>
    public CatalogueState Reached => Volatile.Read(ref _reached);

    /// <summary>How many films have been read from the database since the index was begun or begun anew.</summary>
    public int ReadSoFar => Volatile.Read(ref _readSoFar);

    /// <summary>Asks the films; the answer must not hold on to what it is given.</summary>
    public T Ask<T>(Func<MovieColumns, SearchIndex, T> question)
    {
        _lock.EnterReadLock();
        try
        {
            return question(_films.Columns, _films.Search);
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    /// <summary>Takes in everything committed so far; a single small query when that is nothing.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<MoviesDb>();
            var state = await _changed.ReadStateAsync(db, cancellationToken);
            if (!Continues(state))
            {
                await BeginAnewAsync(db, cancellationToken);
            }
            else if (state.Revision > _reached.Revision)
            {
                await ReadAsync(db, _reached.Revision, PutForReaders, cancellationToken);
            }

            Volatile.Write(ref _reached, state);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _turn.Dispose();
        _lock.Dispose();
    }

    // Whether the catalogue has only grown and changed since: not restored, and not replaced by another or an older copy.
    private bool Continues(CatalogueState state) =>
        state.Generation == _reached.Generation
        && (state.Revision > _reached.Revision || state.Stamp == _reached.Stamp);

    // Beside the films that are there, so that readers never meet half of them.
    private async Task BeginAnewAsync(MoviesDb db, CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        var films = new Films(new(), new());
        Volatile.Write(ref _readSoFar, 0);
        await ReadAsync(db, Nothing.Revision, films.Put, cancellationToken);
        films.Settle();
        Change(() => _films = films);
        var elapsed = clock.GetElapsedTime(begun);
        FilmsRead(logger, _readSoFar, elapsed);
    }

    // Films written after the state was read come along and are read once more next time, which does no harm.
    private async Task ReadAsync(
        MoviesDb db, long since, Action<List<IndexedMovie>> put, CancellationToken cancellationToken)
    {
        var movies = new List<IndexedMovie>(MoviesAtOnce);
        var told = clock.GetTimestamp();
        await foreach (var movie in _changed.Since(db, since).WithCancellation(cancellationToken))
        {
            movies.Add(movie);
            if (movies.Count == MoviesAtOnce)
            {
                put(movies);
                Volatile.Write(ref _readSoFar, _readSoFar + movies.Count);
                movies.Clear();
                if (clock.GetElapsedTime(told) > ProgressInterval)
                {
                    told = clock.GetTimestamp();
                    ReadingFilms(logger, _readSoFar);
                }
            }
        }

        put(movies);
        Volatile.Write(ref _readSoFar, _readSoFar + movies.Count);
    }

    private void PutForReaders(List<IndexedMovie> movies) => Change(() =>
    {
        _films.Put(movies);
        _films.Settle();
    });

    private void Change(Action change)
    {
        _lock.EnterWriteLock();
        try
        {
            change();
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    /// <summary>What is asked of the films, by both ways of asking.</summary>
    private sealed record Films(MovieColumns Columns, SearchIndex Search)
    {
        public void Put(List<IndexedMovie> movies)
        {
            foreach (var movie in movies)
            {
                Columns.Put(movie);
                Search.Put(movie);
            }
        }

        public void Settle() => Columns.Settle();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Reading the films into memory: {Count} so far")]
    private static partial void ReadingFilms(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} films are in memory after {Elapsed}")]
    private static partial void FilmsRead(ILogger logger, int count, TimeSpan elapsed);
}
