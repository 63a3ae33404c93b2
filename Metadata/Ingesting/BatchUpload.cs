using Metadata.Client;
using Metadata.Data;
using Metadata.Matching;

namespace Metadata.Ingesting;

/// <summary>An upload that a batch speaks of, once or several times.</summary>
internal sealed class BatchUpload
{
    private readonly object?[] _said;
    private MatchRecord? _record;
    private object?[]? _last;

    private BatchUpload(Video video, MatchRecord? record)
    {
        (Video, _record, IsNew) = (video, record, record is not null);
        (Before, _said) = IsNew ? ([], []) : (IngestFields.Video.Read(video), IngestFields.Telling.Read(video));
        _last = IsNew ? null : Before;
    }

    /// <summary>As the batch leaves it.</summary>
    public Video Video { get; }

    public bool IsNew { get; }

    /// <summary>What the matcher is to know of it.</summary>
    public MatchRecord Record => _record ??= MatchRecords.Of(Video, Video.MovieId, Video.PinnedMovieId);

    /// <summary>The journal's fields as stored.</summary>
    public object?[] Before { get; }

    /// <summary>Whether it is to find its film: a new upload, or one that now says something else of it.</summary>
    public bool IsToMatch { get; private set; }

    /// <summary>Its place in the batch.</summary>
    public required int Place { get; init; }

    /// <summary>Whether the batch says anything new of it.</summary>
    public bool IsChanged { get; private set; }

    public static BatchUpload New(MovieUpsert upsert, MatchRecord record, int place, DateTimeOffset now)
    {
        var movie = new Movie { Title = upsert.Title, AddedAt = now };
        var video = new Video { Source = upsert.Source, ExternalId = upsert.ExternalId, Movie = movie };
        VideoFacts.Write(video, upsert);
        return new BatchUpload(video, record) { Place = place, IsToMatch = true, IsChanged = true };
    }

    public static BatchUpload Known(Video video, int place) => new(video, null) { Place = place };

    /// <summary>Writes one more item over what is known.</summary>
    /// <returns>Whether it changed anything.</returns>
    public bool Write(MovieUpsert upsert)
    {
        _last ??= IngestFields.Video.Read(Video);
        var views = Video.Views;
        VideoFacts.Write(Video, upsert);

        // An exclusion that still held would have kept the upload out.
        Video.ExclusionId = null;
        if (!IngestFields.Video.Differs(_last, Video))
        {
            IsChanged |= Video.Views != views;
            return Video.Views != views;
        }

        (_last, _record, IsChanged) = (IngestFields.Video.Read(Video), null, true);
        IsToMatch = IsNew || IngestFields.Telling.Differs(_said, Video);
        return true;
    }

    /// <summary>Keeps it in a film.</summary>
    public void PinTo(int movieId) => _record = Record.PinnedTo(movieId);

    /// <summary>Lets it find its film as if it were new.</summary>
    public void Loosen() => _record = MatchRecords.Of(Video, 0, Video.PinnedMovieId);
}
