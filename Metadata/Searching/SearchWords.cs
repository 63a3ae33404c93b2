using Metadata.Data;
using Metadata.Matching;

namespace Metadata.Searching;

/// <summary>Fills what a film is found and sorted by.</summary>
internal static class SearchWords
{
    /// <summary>To be called after every change of a film's titles or directors.</summary>
    public static void Write(Movie movie)
    {
        movie.TitleKey = TitleKey.Of(movie.Title);
        movie.SortTitle = TitleText.Fold(movie.Title);
        movie.OtherTitleWords = Spaced(OtherTitles(movie).Select(TitleKey.Of));
        var directors = movie.Tags.Where(tag => tag.Kind == TagKind.Director).OrderBy(tag => tag.Position);
        movie.SearchWords = Spaced([movie.TitleKey, movie.OtherTitleWords.Trim(), .. directors.Select(tag => TitleKey.Of(tag.Name))]);
    }

    private static IEnumerable<string> OtherTitles(Movie movie) =>
        movie.OriginalTitle is { } original ? movie.OtherTitles.Prepend(original) : movie.OtherTitles;

    private static string Spaced(IEnumerable<string> parts) => $" {string.Join(' ', parts.Where(part => part.Length > 0))} ";
}
