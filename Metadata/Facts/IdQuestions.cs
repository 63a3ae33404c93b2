using Metadata.Data;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Facts;

/// <summary>Asks the editors whether two films that a registry takes for one are one; each question once.</summary>
internal sealed class IdQuestions
{
    private const string Code = "registry-id";

    private readonly CatalogueChange _change;
    private readonly HashSet<(int VideoId, int MovieId)> _asked;

    private IdQuestions(CatalogueChange change, HashSet<(int VideoId, int MovieId)> asked) =>
        (_change, _asked) = (change, asked);

    /// <param name="movies">All films that may come in question, with their videos.</param>
    public static async Task<IdQuestions> ReadAsync(
        CatalogueChange change, IEnumerable<Movie> movies, CancellationToken cancellationToken)
    {
        var ids = movies.Select(movie => movie.Id).ToList();
        var asked = await change.Db.Reviews.AsNoTracking().Where(pair => ids.Contains(pair.CandidateId))
            .Select(pair => new { pair.VideoId, pair.CandidateId }).ToListAsync(cancellationToken);
        return new IdQuestions(change, [.. asked.Select(pair => (pair.VideoId, pair.CandidateId))]);
    }

    public void Ask(Movie film, Movie candidate)
    {
        // Who has put all their uploads where they are has answered already.
        var isDecided = film.Videos.Concat(candidate.Videos).All(video => video.PinnedMovieId is not null);
        if (isDecided || film.Videos.Count == 0 || IsAsked(film, candidate) || IsAsked(candidate, film))
        {
            return;
        }

        var video = film.Videos.MinBy(video => video.Id)!;
        _asked.Add((video.Id, candidate.Id));
        _change.Db.Reviews.Add(new ReviewPair
        {
            VideoId = video.Id,
            CandidateId = candidate.Id,
            Code = Code,
            At = _change.Set.At,
        });
    }

    private bool IsAsked(Movie film, Movie candidate) => film.Videos.Exists(video => _asked.Contains((video.Id, candidate.Id)));
}
