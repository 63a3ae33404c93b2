using Metadata.Matching;

namespace Metadata.Tests.Matching;

/// <summary>How well the matcher's films agree with the true ones.</summary>
internal sealed record MatchScore(
    double Precision, double Recall, double RecallWithReview, double CubedPrecision, double CubedRecall, double ReviewShare, double BlockingRecall)
{
    public double F1 => 2 * Precision * Recall / (Precision + Recall);

    public double CubedF1 => 2 * CubedPrecision * CubedRecall / (CubedPrecision + CubedRecall);

    public static MatchScore Of(IReadOnlyList<KnownUpload> uploads, IReadOnlyList<Resolution> found)
    {
        var truth = uploads.ToDictionary(upload => upload.Record, upload => upload.Film);
        var guess = new Dictionary<MatchRecord, int>();
        var inReview = new HashSet<MatchRecord>();
        long askedTrue = 0;
        var films = 0;
        foreach (var resolution in found)
        {
            foreach (var film in resolution.Films)
            {
                films++;
                foreach (var record in film.Records)
                {
                    guess.Add(record, films);
                }
            }

            foreach (var pair in resolution.Reviews)
            {
                inReview.Add(pair.Record);
                askedTrue += resolution.Films[pair.Film].Records.Sum(one =>
                    resolution.Films[pair.OtherFilm].Records.Count(other => truth[one] == truth[other]));
            }
        }

        var byTruth = uploads.GroupBy(upload => upload.Film).ToDictionary(film => film.Key, film => film.Count());
        var byGuess = guess.GroupBy(film => film.Value).ToDictionary(film => film.Key, film => film.Count());
        var both = uploads.GroupBy(upload => (upload.Film, guess[upload.Record])).ToDictionary(film => film.Key, film => film.Count());
        var (right, real, made) = (both.Values.Sum(Pairs), byTruth.Values.Sum(Pairs), byGuess.Values.Sum(Pairs));
        return new MatchScore(
            (double)right / made, (double)right / real, (double)(right + askedTrue) / real,
            both.Sum(cell => (double)cell.Value * cell.Value / byGuess[cell.Key.Item2]) / uploads.Count,
            both.Sum(cell => (double)cell.Value * cell.Value / byTruth[cell.Key.Film]) / uploads.Count,
            (double)inReview.Count / uploads.Count, (double)Blocked(uploads) / real);
    }

    private static long Pairs(int count) => (long)count * (count - 1) / 2;

    private static long Blocked(IReadOnlyList<KnownUpload> uploads) => uploads.GroupBy(upload => upload.Film).Sum(film =>
    {
        var keys = film.Select(upload => MatchKeys.Titles(upload.Record).Concat(MatchKeys.RegistryKeys(upload.Record.Ids)).ToList()).ToList();
        return keys.Select((one, place) => keys.Skip(place + 1).Count(other => one.Intersect(other).Any())).Sum(count => (long)count);
    });
}
