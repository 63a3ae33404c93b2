using Metadata.Data;
using Metadata.Matching;

namespace Metadata.Ingesting;

/// <summary>The part of the catalogue that can have a say in which films a batch's uploads are: the films that one of them
/// may be of, those that may be one of these, and so on.</summary>
internal sealed class FilmNeighbourhood
{
    private readonly Dictionary<int, StoredFilm> _films = [];
    private readonly HashSet<int> _concerned = [];

    /// <summary>The films whose uploads take part in the decision.</summary>
    public IEnumerable<StoredFilm> Films => _concerned.Select(id => _films[id]);

    /// <summary>What editors and earlier batches have asked of the films' uploads.</summary>
    public List<ReviewPair> Reviews { get; private set; } = [];

    public static async Task<FilmNeighbourhood> ReadAsync(
        IngestStore store, IReadOnlyList<MatchRecord> records, CancellationToken cancellationToken)
    {
        var neighbourhood = new FilmNeighbourhood();
        while (records.Count > 0)
        {
            records = await neighbourhood.ExtendAsync(store, records, cancellationToken);
        }

        var videos = neighbourhood.Films.SelectMany(film => film.Records).Select(record => record.VideoId).Where(id => id > 0).ToList();
        neighbourhood.Reviews = videos.Count == 0 ? [] : await store.ReviewsAsync(videos, cancellationToken);
        return neighbourhood;
    }

    // Answers the records that have come in newly.
    private async Task<IReadOnlyList<MatchRecord>> ExtendAsync(
        IngestStore store, IReadOnlyList<MatchRecord> frontier, CancellationToken cancellationToken)
    {
        var ids = await store.MoviesAsync([.. frontier.SelectMany(MatchKeys.Ranges).Distinct()], cancellationToken);
        ids.UnionWith(frontier.SelectMany(Named));
        ids.ExceptWith(_films.Keys);
        if (ids.Count > 0)
        {
            foreach (var film in await store.MatchAsync(ids, cancellationToken))
            {
                _films.Add(film.Id, film);
            }
        }

        var meetings = new RecordMeetings(frontier);
        var reached = _films.Values.Where(film => !_concerned.Contains(film.Id) && film.Records.Exists(meetings.IsConcerned)).ToList();
        reached.ForEach(film => _concerned.Add(film.Id));
        return [.. reached.SelectMany(film => film.Records)];
    }

    // Human decisions lead to films that no key leads to.
    private static IEnumerable<int> Named(MatchRecord record) =>
        new[] { record.MovieId, record.PinnedMovieId ?? 0 }.Where(id => id > 0);
}
