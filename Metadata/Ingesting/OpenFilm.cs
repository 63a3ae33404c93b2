using Metadata.Data;
using Metadata.Matching;

namespace Metadata.Ingesting;

/// <summary>A film that the batch works on, and how it was before.</summary>
internal sealed class OpenFilm
{
    private readonly object?[] _told;
    private readonly object?[] _untold;
    private readonly HashSet<long> _keys;

    /// <param name="movie">With its videos as stored.</param>
    /// <param name="isNew">Whether the batch makes it.</param>
    /// <param name="hasOtherKeys">Whether it may come to be found under other keys.</param>
    public OpenFilm(Movie movie, bool isNew, bool hasOtherKeys)
    {
        (Movie, IsNew, HasOtherKeys) = (movie, isNew, hasOtherKeys);
        (_told, _untold) = isNew ? ([], []) : (IngestFields.Movie.Read(movie), IngestFields.UntoldMovie.Read(movie));
        _keys = hasOtherKeys && !isNew ? MatchRecords.KeysOf(movie) : [];
    }

    public Movie Movie { get; }

    public bool IsNew { get; }

    public bool HasOtherKeys { get; }

    /// <summary>Whether an upload of it has changed, come or gone.</summary>
    public bool HasOtherVideos { get; set; }

    /// <summary>Works out its facts again.</summary>
    /// <param name="heir">Where its uploads went, if it has lost them all.</param>
    public void Settle(int? heir)
    {
        MovieFacts.Settle(Movie);
        if (Movie.Videos.Count == 0 && heir is not null && Movie.LockedFields == MovieFields.None)
        {
            (Movie.IsActive, Movie.MergedIntoId) = (false, heir);
        }
    }

    /// <param name="changes">Where it is told.</param>
    /// <param name="change">The change being made.</param>
    /// <param name="newKeys">The keys of a new film.</param>
    public void Tell(IngestChanges changes, CatalogueChange change, IEnumerable<long>? newKeys)
    {
        if (IsNew)
        {
            changes.NewMovies.Add(Movie);
            changes.Journal.Add(JournalEntry.Of(change, Movie.Id, null, "created", null, Movie.Title));
        }
        else if (IngestFields.Movie.Differs(_told, Movie) || IngestFields.UntoldMovie.Differs(_untold, Movie))
        {
            changes.ChangedMovies.Add(Movie);
            changes.Journal.AddRange(IngestFields.Movie.Changes(_told, Movie)
                .Select(field => JournalEntry.Of(change, Movie.Id, null, field.Name, field.Old, field.New)));
        }
        else if (HasOtherVideos)
        {
            changes.ViewedMovies.Add(Movie);
        }

        Movie.Revision = change.Revision;
        if (HasOtherKeys)
        {
            var keys = newKeys?.ToHashSet() ?? MatchRecords.KeysOf(Movie);
            changes.NewKeys.AddRange(keys.Except(_keys).Select(key => (key, Movie.Id)));
            changes.GoneKeys.AddRange(_keys.Except(keys).Select(key => (key, Movie.Id)));
        }
    }
}
