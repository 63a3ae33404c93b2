using Metadata.Data;
using Metadata.Searching;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Indexing;

/// <summary>The films in memory, as of a revision of the catalogue. Follows the database by reading the films that have
/// changed since; questions are asked under a lock that many readers share.</summary>
internal sealed class MovieIndex(IServiceScopeFactory scopes) : IDisposable
{
    // Few enough for readers not to notice a writer, many enough to load a large catalogue in seconds.
    private const int MoviesAtOnce = 1_000;

    private readonly ReaderWriterLockSlim _lock = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly MovieColumns _columns = new();
    private readonly SearchIndex _search = new();
    private CatalogueState _reached = new() { Revision = -1, Generation = -1 };

    /// <summary>Asks the films; the answer must not hold on to what it is given.</summary>
    public T Ask<T>(Func<MovieColumns, SearchIndex, T> question)
    {
        _lock.EnterReadLock();
        try
        {
            return question(_columns, _search);
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    /// <summary>Takes in everything committed so far.</summary>
    /// <returns>The state that the index has reached.</returns>
    public async Task<CatalogueState> CatchUpAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MoviesDb>();
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var state = await db.State.AsNoTracking().SingleAsync(cancellationToken);
            var known = _reached.Revision;
            if (state.Generation != _reached.Generation)
            {
                Change(() =>
                {
                    _columns.Clear();
                    _search.Clear();
                });
                known = -1;
            }

            if (state.Revision > known)
            {
                await ReadChangedAsync(Since(db, known), cancellationToken);
            }

            return _reached = state;
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

    // Films written after the state was read come along and are read once more next time, which does no harm.
    private async Task ReadChangedAsync(IQueryable<IndexedMovie> changed, CancellationToken cancellationToken)
    {
        var movies = new List<IndexedMovie>(MoviesAtOnce);
        await foreach (var movie in changed.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            movies.Add(movie);
            if (movies.Count == MoviesAtOnce)
            {
                Put(movies);
            }
        }

        Put(movies);
    }

    private static IQueryable<IndexedMovie> Since(MoviesDb db, long revision) => db.Movies.AsNoTracking()
        .Where(movie => movie.Revision > revision)
        .Select(movie => new IndexedMovie
        {
            Id = movie.Id,
            Title = movie.Title,
            OriginalTitle = movie.OriginalTitle,
            OtherTitles = movie.OtherTitles,
            Year = movie.Year,
            Rating = movie.Rating,
            AgeRating = movie.AgeRating,
            DurationSeconds = movie.DurationSeconds,
            Views = movie.Views,
            AddedAt = movie.AddedAt,
            IsActive = movie.IsActive,
            IsAvailable = movie.IsAvailable,
            Genres = movie.Genres,
            Countries = movie.Countries,
            Directors = movie.Directors,
            Sources = movie.Sources,
        });

    private void Put(List<IndexedMovie> movies)
    {
        Change(() =>
        {
            foreach (var movie in movies)
            {
                _columns.Put(movie);
                _search.Put(movie);
            }

            _columns.Settle();
        });
        movies.Clear();
    }

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
}
