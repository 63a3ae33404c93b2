using Metadata.Data;

namespace Metadata.Ingesting;

/// <summary>All that one batch writes.</summary>
internal sealed class IngestChanges
{
    public List<Movie> NewMovies { get; } = [];

    public List<Video> NewVideos { get; } = [];

    public List<Movie> ChangedMovies { get; } = [];

    public List<Video> ChangedVideos { get; } = [];

    public List<(long Hash, int MovieId)> NewKeys { get; } = [];

    public List<(long Hash, int MovieId)> GoneKeys { get; } = [];

    public List<ReviewPair> NewReviews { get; } = [];

    public List<ReviewPair> SettledReviews { get; } = [];

    public List<JournalChange> Journal { get; } = [];

    public bool IsEmpty => NewVideos.Count == 0 && ChangedVideos.Count == 0 && ChangedMovies.Count == 0;
}
