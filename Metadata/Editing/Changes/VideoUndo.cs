using Metadata.Data;
using Metadata.Editing.Merging;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Metadata.Editing.Changes;

/// <summary>Puts back fields of uploads, and the uploads into the films they were in.</summary>
internal sealed class VideoUndo(MoviesDb db, UndoTally tally, IReadOnlyDictionary<int, Movie> movies)
{
    public const string Film = $"{JournalField.OfVideo}movieId";

    private const string Pin = $"{JournalField.OfVideo}pinnedMovieId";
    private const string Exclusion = $"{JournalField.OfVideo}exclusionId";
    private const string Created = $"{JournalField.OfVideo}{JournalField.Created}";

    private readonly Dictionary<int, Video> _videos = movies.Values.SelectMany(movie => movie.Videos).ToDictionary(video => video.Id);

    /// <summary>Films of uploads that were changed.</summary>
    public HashSet<Movie> Touched { get; } = [];

    /// <summary>Films that have other uploads now.</summary>
    public HashSet<Movie> Regrouped { get; } = [];

    public void PutBack(IReadOnlyList<UndoEntry> entries)
    {
        foreach (var ofVideo in entries.Where(entry => entry.IsOfVideo && entry.Field != Created).GroupBy(entry => entry.VideoId!.Value))
        {
            var video = _videos[ofVideo.Key];
            var row = db.Entry(video);
            var place = ofVideo.Where(entry => entry.Field is Film or Pin).ToList();
            PutBackPlace(video, row, place);
            foreach (var entry in ofVideo.Except(place).Where(entry => tally.PutBack(row, entry)))
            {
                Touch(video.Movie, regrouped: entry.Field == Exclusion);
            }
        }
    }

    /// <summary>The uploads that the set brought into films that were there before.</summary>
    public IReadOnlyList<Video> Newcomers(IReadOnlyList<UndoEntry> entries)
    {
        var hidden = entries.Where(entry => entry is { Field: "isActive", Old: "false" }).Select(entry => entry.MovieId).ToHashSet();
        return [.. entries.Where(entry => entry.Field == Created).Select(entry => _videos[entry.VideoId!.Value])
            .Where(video => video.ExclusionId is null && !hidden.Contains(video.MovieId))];
    }

    private void PutBackPlace(Video video, EntityEntry row, List<UndoEntry> place)
    {
        var film = place.Find(entry => entry.Field == Film);
        var into = film is null ? video.Movie : movies[(int)JournalText.Read(film.Old, typeof(int))!];
        if (!place.TrueForAll(entry => UndoTally.Fits(row, entry)) || (into != video.Movie && into.MergedIntoId is not null))
        {
            place.ForEach(entry => tally.Refuse(row, entry));
            return;
        }

        foreach (var entry in place.Where(entry => entry != film && tally.PutBack(row, entry)))
        {
            Touch(video.Movie, regrouped: false);
        }

        if (into != video.Movie)
        {
            Touch(video.Movie, regrouped: true);
            VideoMoves.Move(video, into);
            Touch(into, regrouped: true);
            tally.Count();
        }
    }

    private void Touch(Movie movie, bool regrouped)
    {
        Touched.Add(movie);
        if (regrouped)
        {
            Regrouped.Add(movie);
        }
    }
}
