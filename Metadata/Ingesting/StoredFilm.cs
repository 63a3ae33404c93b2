using Metadata.Data;
using Metadata.Matching;

namespace Metadata.Ingesting;

/// <summary>A film of the catalogue as the matcher meets it.</summary>
internal sealed class StoredFilm
{
    /// <summary>Of an upload that stays in its film although its facts have come to differ.</summary>
    public const string KeptCode = "kept";

    /// <param name="movie">With its videos.</param>
    public StoredFilm(Movie movie)
    {
        Id = movie.Id;
        VideoCount = movie.Videos.Count;
        IsActive = movie.IsActive;
        var isSticky = movie.LockedFields != MovieFields.None || movie.Videos.Exists(video => video.MatchCode == KeptCode);
        Records = [.. movie.Videos.Select(video => MatchRecords.Of(video, Id, video.PinnedMovieId))];
        if (MatchRecords.Of(movie, VideoCount > 0) is { } own)
        {
            Records.Add(own);
        }

        // An editor has worked on it, or the rules no longer tell why it is one film.
        if (isSticky)
        {
            Pin();
        }
    }

    public int Id { get; }

    public int VideoCount { get; }

    public bool IsActive { get; }

    public List<MatchRecord> Records { get; }

    /// <summary>From now on no rule may take an upload from it.</summary>
    public void Pin()
    {
        for (var index = 0; index < Records.Count; index++)
        {
            Records[index] = Records[index].PinnedTo(Records[index].PinnedMovieId ?? Id);
        }
    }
}
