using Metadata.Client;
using Metadata.Data;
using Metadata.Facts;
using Metadata.Matching;

namespace Metadata.Ingesting;

/// <summary>Carries out the plan for a batch:
/// 1. reads the films concerned; 2. gives ids to the new ones; 3. puts every upload into its film;
/// 4. works out the films' facts; 5. asks the editors; 6. writes all of it with its journal.</summary>
internal sealed class FilmWriter(CatalogueChange change, IngestStore store, bool isPreview)
{
    private readonly Dictionary<int, OpenFilm> _films = [];
    private readonly Dictionary<int, int> _heirs = [];
    private readonly Dictionary<BatchUpload, Placement> _placements = [];
    private readonly IngestChanges _changes = new();
    private bool _isDue;

    /// <summary>What became of the uploads that found a film.</summary>
    public IReadOnlyDictionary<BatchUpload, Placement> Placements => _placements;

    /// <summary>The films that something is or may be new of.</summary>
    public IReadOnlyDictionary<int, OpenFilm> Films => _films;

    /// <summary>What 6 writes.</summary>
    public IngestChanges Changes => _changes;

    /// <summary>Does 1 to 5.</summary>
    public async Task WorkOutAsync(IReadOnlyCollection<BatchUpload> uploads, FilmPlan plan, CancellationToken cancellationToken)
    {
        var changed = uploads.Where(upload => upload.IsChanged).ToList();
        if (changed.Count == 0 && plan.Films.TrueForAll(film => film.Moved.Count == 0))
        {
            return;
        }

        await OpenAsync(changed, plan, cancellationToken);
        await NumberAsync(changed, plan, cancellationToken);
        foreach (var film in plan.Films)
        {
            Place(film);
        }

        TellVideos(changed);
        HandOnFacts();
        var newKeys = plan.Films.Where(film => film.IsNew)
            .ToDictionary(film => film.MovieId, film => film.Records.SelectMany(MatchKeys.Of));
        foreach (var film in _films.Values)
        {
            film.Settle(_heirs.TryGetValue(film.Movie.Id, out var heir) ? heir : null);
            film.Tell(_changes, change, newKeys.GetValueOrDefault(film.Movie.Id));
        }

        new ReviewWriter(change, _changes, _placements).Ask(plan);
        _isDue = true;
    }

    /// <summary>Does 6.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        if (_isDue)
        {
            await store.WriteAsync(_changes, cancellationToken);
            change.HasWritten = true;
        }
    }

    private async Task OpenAsync(List<BatchUpload> changed, FilmPlan plan, CancellationToken cancellationToken)
    {
        var touched = plan.Films.SelectMany(film => film.Givers.Append(film.MovieId)).ToHashSet();
        var ids = changed.Where(upload => !upload.IsNew).Select(upload => upload.Video.MovieId)
            .Concat(touched).Where(id => id > 0).ToHashSet();
        if (ids.Count == 0)
        {
            return;
        }

        foreach (var movie in await store.FilmsAsync(ids, cancellationToken))
        {
            _films.Add(movie.Id, new OpenFilm(movie, isNew: false, touched.Contains(movie.Id)));
        }

        foreach (var upload in changed.Where(upload => !upload.IsNew))
        {
            var film = _films[upload.Video.MovieId];
            film.HasOtherVideos = true;
            film.Movie.Videos[film.Movie.Videos.FindIndex(video => video.Id == upload.Video.Id)] = upload.Video;
            upload.Video.Movie = film.Movie;
        }
    }

    private async Task NumberAsync(List<BatchUpload> changed, FilmPlan plan, CancellationToken cancellationToken)
    {
        var newFilms = plan.Films.Where(film => film.MovieId == 0).ToList();
        var newVideos = changed.Where(upload => upload.IsNew).ToList();
        var (movieIds, videoIds) = isPreview
            ? (UnusedNumbers(newFilms.Count), UnusedNumbers(newVideos.Count))
            : await store.ReserveAsync(newFilms.Count, newVideos.Count, cancellationToken);
        foreach (var (film, id) in newFilms.Zip(movieIds))
        {
            (film.MovieId, film.IsNew) = (id, true);
            var movie = film.Newcomers.Count > 0 && film.Newcomers[0].IsNew ? film.Newcomers[0].Video.Movie : FilmNumber.Only(id);
            (movie.Id, movie.AddedAt) = (id, change.Set.At);
            _films.Add(id, new OpenFilm(movie, isNew: true, hasOtherKeys: true));
        }

        foreach (var (upload, id) in newVideos.Zip(videoIds))
        {
            upload.Video.Id = id;
        }
    }

    // PostgreSQL does not take back a number that it has once given.
    private static IReadOnlyList<int> UnusedNumbers(int count) => [.. Enumerable.Range(int.MaxValue - count, count)];

    private void Place(PlannedFilm film)
    {
        foreach (var upload in film.Newcomers)
        {
            var isFirst = film.IsNew && upload == film.Newcomers[0];
            if (upload.IsNew || upload.Video.MovieId != film.MovieId)
            {
                upload.Video.MatchCode = isFirst ? "first" : film.CodeOf(upload.Record);
                Move(upload.Video, film.MovieId);
                _placements.Add(upload, isFirst
                    ? new Placement(UpsertStatus.Created) : new Placement(UpsertStatus.Merged, upload.Video.MatchCode));
            }
        }

        foreach (var record in film.Moved)
        {
            var video = _films[record.MovieId].Movie.Videos.Find(video => video.Id == record.VideoId)!;
            var before = IngestFields.Video.Read(video);
            video.MatchCode = film.CodeOf(record);
            Move(video, film.MovieId);
            TellVideo(video, before);
        }
    }

    private void Move(Video video, int movieId)
    {
        var film = _films[movieId];
        if (_films.TryGetValue(video.MovieId, out var giver))
        {
            giver.Movie.Videos.Remove(video);
            giver.HasOtherVideos = true;
            _heirs[giver.Movie.Id] = movieId;
        }

        (video.MovieId, video.Movie) = (movieId, film.Movie);
        film.Movie.Videos.Add(video);
        film.HasOtherVideos = true;
    }

    // A film that has become another takes what registries know of it along.
    private void HandOnFacts()
    {
        foreach (var (emptied, heir) in _heirs.Where(pair => _films[pair.Key].Movie is { Facts: not null, Videos.Count: 0 }))
        {
            _films[heir].Movie.Facts = FilmWords.Joined(_films[heir].Movie, _films[emptied].Movie);
        }
    }

    private void TellVideos(List<BatchUpload> changed)
    {
        foreach (var upload in changed)
        {
            if (!upload.IsNew)
            {
                TellVideo(upload.Video, upload.Before);
                continue;
            }

            _changes.NewVideos.Add(upload.Video);
            if (!_films[upload.Video.MovieId].IsNew || _placements[upload].Status != UpsertStatus.Created)
            {
                _changes.Journal.Add(JournalEntry.Of(
                    change, upload.Video.MovieId, upload.Video.Id, "video.created", null, $"{upload.Video.Source}/{upload.Video.ExternalId}"));
            }
        }
    }

    private void TellVideo(Video video, object?[] before)
    {
        if (!IngestFields.Video.Differs(before, video))
        {
            _changes.ViewedVideos.Add(video);
            return;
        }

        _changes.ChangedVideos.Add(video);
        _changes.Journal.AddRange(IngestFields.Video.Changes(before, video)
            .Select(field => JournalEntry.Of(change, video.MovieId, video.Id, field.Name, field.Old, field.New)));
    }
}
