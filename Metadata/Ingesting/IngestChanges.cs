using Metadata.Data;

namespace Metadata.Ingesting;

/// <summary>All that one batch writes.</summary>
internal sealed class IngestChanges
{
    public List<Movie> NewMovies { get; } = [];

    public List<Video> NewVideos { get; } = [];

    public List<Movie> ChangedMovies { get; } = [];

    public List<Video> ChangedVideos { get; } = [];

    /// <summary>Films and uploads with nothing new but their views, which is what most of a nightly run brings.</summary>
    public List<Movie> ViewedMovies { get; } = [];

    public List<Video> ViewedVideos { get; } = [];

    public List<(long Hash, int MovieId)> NewKeys { get; } = [];

    public List<(long Hash, int MovieId)> GoneKeys { get; } = [];

    public List<ReviewPair> NewReviews { get; } = [];

    public List<ReviewPair> SettledReviews { get; } = [];

    public List<JournalChange> Journal { get; } = [];
}
