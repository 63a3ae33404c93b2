using Metadata.Data;
using Metadata.Facts;

namespace Metadata.Editing.Merging;

/// <summary>Puts uploads into films by hand. Where an editor has put an upload, no rule moves it.</summary>
internal static class VideoMoves
{
    /// <summary>Moves without pinning; both films must be settled afterwards.</summary>
    public static void Move(Video video, Movie into)
    {
        if (video.Movie != into)
        {
            video.Movie.Videos.Remove(video);
            into.Videos.Add(video);
            video.Movie = into;
            video.MatchCode = Video.MovedCode;
        }
    }

    /// <summary>Keeps every upload that a film has now in it.</summary>
    /// <param name="movie">Saved.</param>
    public static void Pin(Movie movie) => movie.Videos.ForEach(video => video.PinnedMovieId = movie.Id);

    /// <summary>Lets a film that has lost all its uploads go on as another: what an editor has set in it is not lost.</summary>
    public static void GoOnAs(Movie emptied, Movie into)
    {
        foreach (var field in EditableFields.ByName.Values.Where(field =>
            emptied.LockedFields.HasFlag(field.Lock) && !into.LockedFields.HasFlag(field.Lock)))
        {
            field.Copy(emptied, into);
            into.LockedFields |= field.Lock;
        }

        into.Facts = FilmWords.Joined(into, emptied);
        emptied.IsActive = false;
        emptied.MergedIntoId = into.Id;
    }
}
