using Metadata.Data;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Indexing;

/// <summary>Reads from the database what the index has to know.</summary>
internal sealed class ChangedMovies
{
    // Asked ten times a second. Not static: a compiled query belongs to one provider.
    private readonly Func<MoviesDb, CancellationToken, Task<CatalogueState>> _state = EF.CompileAsyncQuery(
        (MoviesDb db, CancellationToken _) => db.State.AsNoTracking().Single());

    private readonly Func<MoviesDb, long, IAsyncEnumerable<IndexedMovie>> _since = EF.CompileAsyncQuery(
        (MoviesDb db, long revision) => db.Movies.AsNoTracking()
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
                IsListed = movie.IsAvailable || !movie.Videos.Any(),
                Genres = movie.Genres,
                Countries = movie.Countries,
                Directors = movie.Directors,
                Sources = movie.Sources,
            }));

    public Task<CatalogueState> ReadStateAsync(MoviesDb db, CancellationToken cancellationToken) => _state(db, cancellationToken);

    /// <summary>The films that have changed since a revision, as they are now.</summary>
    public IAsyncEnumerable<IndexedMovie> Since(MoviesDb db, long revision) => _since(db, revision);
}
