using Metadata.Data;

namespace Metadata.Ingesting;

/// <summary>What a batch reads and writes, in bulk and past EF's change tracking; within the caller's transaction.</summary>
internal abstract class IngestStore
{
    public static IngestStore Of(MoviesDb db) => db is PostgresMoviesDb ? new PostgresIngestStore(db) : new SqliteIngestStore(db);

    /// <summary>The uploads known under these ids, each with a film that has nothing but its id.</summary>
    public abstract Task<List<Video>> VideosAsync(
        IReadOnlyCollection<(string Source, string ExternalId)> ids, CancellationToken cancellationToken);

    /// <summary>The films that have a key in one of the ranges, both ends included.</summary>
    public abstract Task<HashSet<int>> MoviesAsync(IReadOnlyCollection<(long From, long To)> ranges, CancellationToken cancellationToken);

    /// <summary>Films and their videos with what the matcher needs.</summary>
    public abstract Task<List<StoredFilm>> MatchAsync(IReadOnlyCollection<int> movieIds, CancellationToken cancellationToken);

    /// <summary>Films with their videos, complete.</summary>
    public abstract Task<List<Movie>> FilmsAsync(IReadOnlyCollection<int> movieIds, CancellationToken cancellationToken);

    /// <summary>What was ever asked of these uploads.</summary>
    public abstract Task<List<ReviewPair>> ReviewsAsync(IReadOnlyCollection<int> videoIds, CancellationToken cancellationToken);

    /// <summary>Ids that nobody else gets.</summary>
    public abstract Task<(IReadOnlyList<int> Movies, IReadOnlyList<int> Videos)> ReserveAsync(
        int movies, int videos, CancellationToken cancellationToken);

    public abstract Task WriteAsync(IngestChanges changes, CancellationToken cancellationToken);

    protected static string Quoted(IEnumerable<string> columns, string prefix = "") =>
        string.Join(", ", columns.Select(column => $"{prefix}\"{column}\""));

    /// <summary>"A" = p1, "B" = p2… for all columns but the id, and the id last.</summary>
    protected static string UpdateSql(string table, IReadOnlyList<string> columns, char parameter)
    {
        var values = columns.Skip(1).Select((column, place) => $"\"{column}\" = {parameter}{place + 1}");
        return $"""UPDATE "{table}" SET {string.Join(", ", values)} WHERE "Id" = {parameter}{columns.Count}""";
    }
}
