using Metadata.Client;
using Metadata.Data;
using Metadata.Matching;

namespace Metadata.Ingesting;

/// <summary>An upload that a batch speaks of, once or several times.</summary>
internal sealed class BatchUpload
{
    private readonly MatchRecord? _said;

    private BatchUpload(Video video, MatchRecord record, bool isNew)
    {
        (Video, Record, IsNew) = (video, record, isNew);
        _said = isNew ? null : record;
        Before = isNew ? [] : IngestFields.Video.Read(video);
        ViewsBefore = video.Views;
    }

    /// <summary>As the batch leaves it.</summary>
    public Video Video { get; }

    public bool IsNew { get; }

    /// <summary>What the matcher is to know of it.</summary>
    public MatchRecord Record { get; private set; }

    /// <summary>The journal's fields as stored.</summary>
    public object?[] Before { get; }

    public long ViewsBefore { get; }

    /// <summary>Whether it is to find its film: a new upload, or one that now says something else of it.</summary>
    public bool IsToMatch { get; private set; }

    /// <summary>Its place in the batch.</summary>
    public required int Place { get; init; }

    public bool IsChanged => IsNew || Video.Views != ViewsBefore || IngestFields.Video.Differs(Before, Video);

    public static BatchUpload New(MovieUpsert upsert, MatchRecord record, int place, DateTimeOffset now)
    {
        var movie = new Movie { Title = upsert.Title, AddedAt = now };
        var video = new Video { Source = upsert.Source, ExternalId = upsert.ExternalId, Movie = movie };
        VideoFacts.Write(video, upsert);
        return new BatchUpload(video, record, isNew: true) { Place = place, IsToMatch = true };
    }

    public static BatchUpload Known(Video video, int place) =>
        new(video, MatchRecords.Of(video, video.MovieId, video.PinnedMovieId), isNew: false) { Place = place };

    /// <summary>Writes one more item over what is known.</summary>
    /// <returns>Whether it changed anything.</returns>
    public bool Write(MovieUpsert upsert)
    {
        var (before, views) = (IngestFields.Video.Read(Video), Video.Views);
        VideoFacts.Write(Video, upsert);
        if (!IngestFields.Video.Differs(before, Video))
        {
            return Video.Views != views;
        }

        Record = MatchRecords.Of(Video, Video.MovieId, Video.PinnedMovieId);
        IsToMatch = IsNew || !Record.SaysSame(_said!);
        return true;
    }

    /// <summary>Keeps it in a film.</summary>
    public void PinTo(int movieId) => Record = Record.PinnedTo(movieId);

    /// <summary>Lets it find its film as if it were new.</summary>
    public void Loosen() => Record = MatchRecords.Of(Video, 0, Video.PinnedMovieId);
}
