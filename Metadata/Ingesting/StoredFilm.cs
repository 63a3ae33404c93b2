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
        IsSticky = movie.LockedFields != MovieFields.None || movie.Videos.Exists(video => video.MatchCode == KeptCode);
        int? pin = IsSticky ? Id : null;
        Records = [.. movie.Videos.Select(video => MatchRecords.Of(video, Id, video.PinnedMovieId ?? pin))];
        if (MatchRecords.Of(movie, VideoCount > 0) is { } own)
        {
            Records.Add(own);
        }
    }

    public int Id { get; }

    public int VideoCount { get; }

    public bool IsActive { get; }

    /// <summary>Whether no rule may take an upload from it, because an editor has worked on it or the rules no longer
    /// tell why it is one film.</summary>
    public bool IsSticky { get; }

    public List<MatchRecord> Records { get; }
}
