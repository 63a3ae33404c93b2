using Metadata.Client;
using Metadata.Data;

namespace Metadata.Ingesting;

/// <summary>Asks the editors what the matcher does not decide, each question once.</summary>
internal sealed class ReviewWriter(CatalogueChange change, IngestChanges changes, Dictionary<BatchUpload, Placement> placements)
{
    // Who gets more candidates than an editor can look at gets none of them looked at.
    private const int MaxCandidates = 5;

    public void Ask(FilmPlan plan)
    {
        var asked = plan.Asked.Select(pair => (pair.VideoId, pair.CandidateId)).ToHashSet();
        var counts = new Dictionary<int, int>();
        foreach (var doubt in plan.Doubts)
        {
            // Of two films the one that has come later is in question.
            var (film, candidate) = PlaceOf(doubt.One) > PlaceOf(doubt.Other) ? (doubt.One, doubt.Other) : (doubt.Other, doubt.One);
            var upload = film.Newcomers[0];
            if (IsAsked(asked, film, candidate) || IsAsked(asked, candidate, film)
                || (counts[upload.Video.Id] = counts.GetValueOrDefault(upload.Video.Id) + 1) > MaxCandidates)
            {
                continue;
            }

            changes.NewReviews.Add(new ReviewPair
            {
                VideoId = upload.Video.Id,
                CandidateId = candidate.MovieId,
                Code = doubt.Reason,
                At = change.Set.At,
            });
            asked.Add((upload.Video.Id, candidate.MovieId));
            if (placements.TryGetValue(upload, out var placement) && placement.Status == UpsertStatus.Created)
            {
                placements[upload] = new Placement(UpsertStatus.Review, doubt.Reason);
            }
        }

        Settle(plan);
    }

    // The batch may have brought together what was in question.
    private void Settle(FilmPlan plan)
    {
        var films = plan.Films.SelectMany(film => film.Records, (film, record) => (record.VideoId, film.MovieId))
            .Where(placed => placed.VideoId > 0).DistinctBy(placed => placed.VideoId).ToDictionary();
        foreach (var pair in plan.Asked.Where(pair =>
            pair.State == ReviewState.Open && films.GetValueOrDefault(pair.VideoId) == pair.CandidateId))
        {
            pair.State = ReviewState.Accepted;
            changes.SettledReviews.Add(pair);
        }
    }

    private static bool IsAsked(HashSet<(int, int)> asked, PlannedFilm film, PlannedFilm candidate) =>
        film.Records.Any(record => record.VideoId > 0 && asked.Contains((record.VideoId, candidate.MovieId)));

    private static int PlaceOf(PlannedFilm film) => film.Newcomers.Count == 0 ? -1 : film.Newcomers[0].Place;
}
