using System.Runtime.InteropServices;
using Metadata.Indexing;
using Metadata.Matching;

namespace Metadata.Searching;

/// <summary>Reads a film into the form of <see cref="FilmWords"/>.</summary>
internal sealed class FilmText
{
    private readonly List<int> _words = [];

    /// <returns>Words that hold until the next film is read.</returns>
    public ReadOnlySpan<int> Read(IndexedMovie movie, Func<string, int> enter)
    {
        _words.Clear();
        Append(movie.Title, enter);
        if (movie.OriginalTitle is { } original && original != movie.Title)
        {
            AppendOther(original, enter);
        }

        foreach (var other in movie.OtherTitles)
        {
            AppendOther(other, enter);
        }

        if (movie.Directors.Count > 0)
        {
            _words.Add(FilmWords.People);
        }

        foreach (var director in movie.Directors)
        {
            Append(director, enter);
        }

        return CollectionsMarshal.AsSpan(_words);
    }

    private void AppendOther(string title, Func<string, int> enter)
    {
        _words.Add(FilmWords.NextTitle);
        Append(title, enter);
    }

    private void Append(string text, Func<string, int> enter)
    {
        foreach (var word in TitleText.Words(text))
        {
            _words.Add(enter(word));
        }
    }
}
