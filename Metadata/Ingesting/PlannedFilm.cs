using Metadata.Matching;

namespace Metadata.Ingesting;

/// <summary>A film as the batch will leave it.</summary>
internal sealed class PlannedFilm
{
    public PlannedFilm(ResolvedFilm film, IReadOnlyDictionary<MatchRecord, BatchUpload> uploads)
    {
        Records = film.Records;
        Newcomers = [.. film.Records.Select(record => uploads.GetValueOrDefault(record)).OfType<BatchUpload>()
            .OrderBy(upload => upload.Place)];
        // An upload that looked for another film and found none keeps its own.
        MovieId = film.MovieId > 0 ? film.MovieId
            : Newcomers.Where(upload => !upload.IsNew).Select(upload => upload.Video.MovieId).DefaultIfEmpty().Min();
        Moved = [.. film.Records.Where(record =>
            record.VideoId > 0 && record.MovieId > 0 && record.MovieId != MovieId && !uploads.ContainsKey(record))];
    }

    public IReadOnlyList<MatchRecord> Records { get; }

    /// <summary>Uploads of the batch, in its order.</summary>
    public IReadOnlyList<BatchUpload> Newcomers { get; }

    /// <summary>Stored uploads that come here from other films.</summary>
    public IReadOnlyList<MatchRecord> Moved { get; }

    /// <summary>0 until a new film has got its id.</summary>
    public int MovieId { get; set; }

    public bool IsNew { get; set; }

    public bool IsTouched => Newcomers.Count > 0 || Moved.Count > 0;

    /// <summary>The films it gets uploads from.</summary>
    public IEnumerable<int> Givers => Moved.Select(record => record.MovieId)
        .Concat(Newcomers.Where(upload => !upload.IsNew).Select(upload => upload.Video.MovieId));

    /// <summary>Why a record belongs here: the rule that ties it to another.</summary>
    public string CodeOf(MatchRecord record)
    {
        if (record.PinnedMovieId is not null)
        {
            return "pinned";
        }

        var others = Records.Where(other => other != record).Select(other => FilmMatcher.Compare(record, other));
        var best = others.FirstOrDefault(verdict => verdict.Verdict == Verdict.Match);
        return best.Reason ?? MatchVerdict.Unique.Reason;
    }
}

/// <summary>Two planned films that may be one.</summary>
internal sealed record Doubt(PlannedFilm One, PlannedFilm Other, string Reason);
