using Metadata.Client;
using Metadata.Data;
using Metadata.Matching;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Movies;

/// <summary>Writes the items of one batch in the order sent:
/// 1. reads the films and videos that the batch may meet;
/// 2. updates the video that an item already has, or
/// 3. adds a video to the film that the item is of, or
/// 4. creates the film.</summary>
internal sealed class UpsertBatch(CatalogueChange change)
{
    private readonly MoviesDb _db = change.Db;
    private readonly Dictionary<(string Source, string ExternalId), Video> _videos = [];
    private readonly FilmIndex _films = new();

    /// <summary>Saves the batch and reports on it.</summary>
    public async Task<UpsertReport> WriteAsync(IReadOnlyList<ReadItem> items, CancellationToken cancellationToken)
    {
        await ReadKnownAsync([.. items.Select(item => item.Upsert).OfType<MovieUpsert>()], cancellationToken);
        var outcomes = items.Select(item => (Item: item, Outcome: item.Upsert is { } upsert ? Write(upsert) : null)).ToList();

        // Ids are known only after saving, and the journal is written from what is not saved yet.
        await change.SaveAsync(cancellationToken);
        await AddKeysAsync([.. outcomes.Select(written => written.Outcome?.Movie).OfType<Movie>().Distinct()], cancellationToken);
        var results = outcomes.ConvertAll(written => written.Outcome is { } outcome
            ? new UpsertResult(written.Item.Source, written.Item.ExternalId, outcome.Status, outcome.Movie.Id, outcome.Reason)
            : new UpsertResult(written.Item.Source, written.Item.ExternalId, UpsertStatus.Rejected, null, written.Item.Reason));
        int Count(UpsertStatus status) => results.Count(result => result.Status == status);
        return new UpsertReport(
            Count(UpsertStatus.Created), Count(UpsertStatus.Updated) + Count(UpsertStatus.Merged),
            Count(UpsertStatus.Unchanged), Count(UpsertStatus.Rejected), Count(UpsertStatus.Review), results);
    }

    private async Task ReadKnownAsync(IReadOnlyList<MovieUpsert> upserts, CancellationToken cancellationToken)
    {
        var hashes = upserts.Select(upsert => MatchKeys.Of(TitleKey.Of(upsert.Title))).Distinct().ToList();
        var ids = await _db.MatchKeys.Where(key => hashes.Contains(key.Hash)).Select(key => key.MovieId).ToListAsync(cancellationToken);
        foreach (var source in upserts.GroupBy(upsert => upsert.Source, upsert => upsert.ExternalId, StringComparer.Ordinal))
        {
            var externalIds = source.Distinct(StringComparer.Ordinal).ToList();
            ids.AddRange(await _db.Videos.Where(video => video.Source == source.Key && externalIds.Contains(video.ExternalId))
                .Select(video => video.MovieId).ToListAsync(cancellationToken));
        }

        var known = ids.Distinct().ToList();
        var movies = await _db.Movies.Where(movie => known.Contains(movie.Id))
            .Include(movie => movie.Videos).ToListAsync(cancellationToken);
        foreach (var movie in movies)
        {
            _films.Add(movie);
            movie.Videos.ForEach(video => _videos.Add((video.Source, video.ExternalId), video));
        }
    }

    private async Task AddKeysAsync(IReadOnlyList<Movie> movies, CancellationToken cancellationToken)
    {
        var ids = movies.Select(movie => movie.Id).ToList();
        var known = (await _db.MatchKeys.AsNoTracking().Where(key => ids.Contains(key.MovieId)).ToListAsync(cancellationToken))
            .Select(key => (key.Hash, key.MovieId)).ToHashSet();
        _db.MatchKeys.AddRange(movies
            .SelectMany(movie => FilmIndex.Keys(movie).Select(key => (Hash: MatchKeys.Of(key), MovieId: movie.Id)))
            .Where(key => !known.Contains(key)).Distinct().Select(key => new MatchKey { Hash = key.Hash, MovieId = key.MovieId }));
    }

    private Outcome Write(MovieUpsert upsert)
    {
        if (_videos.TryGetValue((upsert.Source, upsert.ExternalId), out var known))
        {
            return Update(known, upsert);
        }

        var film = _films.Find(TitleKey.Of(upsert.Title), upsert.Year);
        var movie = film ?? _db.Movies.Add(new Movie { Title = upsert.Title, AddedAt = change.Set.At }).Entity;
        var video = new Video { Source = upsert.Source, ExternalId = upsert.ExternalId, Movie = movie };
        VideoFacts.Write(video, upsert);
        movie.Videos.Add(video);
        _videos.Add((video.Source, video.ExternalId), video);
        Settle(movie);
        return film is null
            ? new Outcome(UpsertStatus.Created, movie)
            : new Outcome(UpsertStatus.Merged, movie, "A film with the same title and year is known.");
    }

    private Outcome Update(Video video, MovieUpsert upsert)
    {
        var movie = video.Movie;
        var (videoBefore, movieBefore) = (new Snapshot(_db, video), new Snapshot(_db, movie));
        var (key, year) = (TitleKey.Of(video.Title), video.Year);
        VideoFacts.Write(video, upsert);
        if ((TitleKey.Of(video.Title), video.Year) != (key, year) && OtherFilm(video) is { } other)
        {
            Move(video, other);
            return new Outcome(UpsertStatus.Merged, other, "Its title and year are now those of a film that is known.");
        }

        Settle(movie);
        return new Outcome(
            videoBefore.Differs() || movieBefore.Differs() ? UpsertStatus.Updated : UpsertStatus.Unchanged, movie);
    }

    // Only a film that this upload alone made, and that no editor touched, may give way to another.
    private Movie? OtherFilm(Video video) =>
        video.Movie is { Videos.Count: 1, LockedFields: MovieFields.None, IsActive: true }
            ? _films.Find(TitleKey.Of(video.Title), video.Year, except: video.Movie)
            : null;

    private void Move(Video video, Movie other)
    {
        var emptied = video.Movie;
        emptied.Videos.Remove(video);
        other.Videos.Add(video);
        video.Movie = other;
        emptied.IsActive = false;
        Settle(emptied);
        Settle(other);
    }

    private void Settle(Movie movie)
    {
        MovieFacts.Settle(movie);
        _films.Add(movie);
    }

    private sealed record Outcome(UpsertStatus Status, Movie Movie, string? Reason = null);
}
