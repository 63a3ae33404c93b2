using System.Runtime.InteropServices;
using Metadata.Matching;

namespace Metadata.Ingesting;

/// <summary>Tells which records could be of one film with any of a set.</summary>
internal sealed class RecordMeetings
{
    private readonly Dictionary<long, List<MatchRecord>> _blocks = [];
    private readonly HashSet<int> _movies = [];

    public RecordMeetings(IEnumerable<MatchRecord> records)
    {
        foreach (var record in records)
        {
            foreach (var key in record.Blocks)
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(_blocks, key, out _) ??= []).Add(record);
            }

            _movies.Add(record.MovieId);
            _movies.Add(record.PinnedMovieId ?? 0);
        }
    }

    public bool IsConcerned(MatchRecord record) =>
        (record.MovieId > 0 && _movies.Contains(record.MovieId)) || (record.PinnedMovieId is { } pin && _movies.Contains(pin))
        || record.Blocks.Any(key => _blocks.TryGetValue(key, out var others)
            && others.Exists(other => FilmMatcher.Compare(record, other).Verdict != Verdict.No));
}
