using Metadata.Data;
using Metadata.Matching;

namespace Metadata.Ingesting;

/// <summary>Which films a batch's uploads are of, before anything is written.</summary>
internal sealed class FilmPlan
{
    public List<PlannedFilm> Films { get; } = [];

    public List<Doubt> Doubts { get; } = [];

    /// <summary>What was asked before of the uploads concerned.</summary>
    public IReadOnlyList<ReviewPair> Asked { get; private init; } = [];

    /// <param name="store">The catalogue.</param>
    /// <param name="uploads">Those that look for their film.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<FilmPlan> MakeAsync(
        IngestStore store, IReadOnlyList<BatchUpload> uploads, CancellationToken cancellationToken)
    {
        var around = await FilmNeighbourhood.ReadAsync(store, [.. uploads.Select(upload => upload.Record)], cancellationToken);
        var films = around.Films.ToDictionary(film => film.Id);
        foreach (var upload in uploads.Where(upload => !upload.IsNew))
        {
            Prepare(upload, films[upload.Video.MovieId]);
        }

        var byRecord = uploads.ToDictionary(upload => upload.Record);
        var known = uploads.Where(upload => !upload.IsNew).Select(upload => upload.Video.Id).ToHashSet();
        var records = films.Values.SelectMany(film => film.Records).Where(record => !known.Contains(record.VideoId))
            .Concat(byRecord.Keys).ToList();
        var rejected = around.Reviews.Where(pair => pair.State == ReviewState.Rejected)
            .Select(pair => new Rejection(pair.VideoId, pair.CandidateId)).ToHashSet();
        var plan = new FilmPlan { Asked = around.Reviews };
        foreach (var group in FilmBlocks.Connected(records))
        {
            plan.Add(FilmClusters.Resolve(group, rejected), byRecord);
        }

        return plan;
    }

    // A known upload may leave its film only if it is all the film has; if nothing ties it to the others any more, a
    // person must say so, not a changed title.
    private static void Prepare(BatchUpload upload, StoredFilm film)
    {
        var own = film.Records.Find(record => record.VideoId == upload.Video.Id)!;
        var others = film.Records.Where(record => record != own).ToList();
        if (own.PinnedMovieId is { } pin)
        {
            upload.PinTo(pin);
        }
        else if (others.Count == 0 && film.IsActive)
        {
            upload.Loosen();
        }
        else if (others.TrueForAll(other => FilmMatcher.Compare(upload.Record, other).Verdict == Verdict.No))
        {
            upload.Video.MatchCode = StoredFilm.KeptCode;
            film.Pin();
            upload.PinTo(film.Id);
        }
    }

    private void Add(Resolution resolution, Dictionary<MatchRecord, BatchUpload> uploads)
    {
        var films = resolution.Films.Select(film => new PlannedFilm(film, uploads)).ToList();
        Films.AddRange(films.Where(film => film.IsTouched));
        Doubts.AddRange(resolution.Reviews.Select(pair => new Doubt(films[pair.Film], films[pair.OtherFilm], pair.Reason))
            .Where(doubt => doubt.One.Newcomers.Count > 0 || doubt.Other.Newcomers.Count > 0));
    }
}
