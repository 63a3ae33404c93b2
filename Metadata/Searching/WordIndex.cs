using Metadata.Indexing;

namespace Metadata.Searching;

/// <summary>The words of all films: which there are, how they sound, which films have them, and in what order.</summary>
internal sealed class WordIndex
{
    private readonly FilmText _text = new();
    private readonly List<WordPlaces> _places = [];

    public WordTable Words { get; } = new();

    public SortedWords Sorted { get; }

    public SoundIndex Sounds { get; } = new();

    public Postings Postings { get; } = new();

    public FilmWords Films { get; } = new();

    public WordIndex() => Sorted = new SortedWords(Words);

    public void Put(IndexedMovie movie)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(movie.Id, Posting.MaxMovieId);
        var words = _text.Read(movie, Enter);
        var known = Films.Of(movie.Id);
        if (!known.SequenceEqual(words))
        {
            Forget(movie.Id, known);
            Learn(movie.Id, words);
        }

        Films.Put(movie.Id, words, movie.Year);
    }

    /// <summary>The number of a word that some film has, or -1: words of replaced titles stay in the table.</summary>
    public int Find(ReadOnlySpan<char> text) =>
        Words.Find(text) is var word and >= 0 && Postings.Count(word) > 0 ? word : -1;

    private int Enter(string text)
    {
        var count = Words.Count;
        var word = Words.Add(text);
        if (word == count)
        {
            Sorted.Add(word);
            Sounds.Add(word, text);
        }

        return word;
    }

    private void Forget(int movieId, ReadOnlySpan<int> words)
    {
        WordPlaces.Of(words, _places);
        foreach (var place in _places)
        {
            Postings.Remove(place.Word, movieId);
        }
    }

    private void Learn(int movieId, ReadOnlySpan<int> words)
    {
        WordPlaces.Of(words, _places);
        foreach (var place in _places)
        {
            Postings.Add(place.Word, new Posting(movieId, place.Places));
        }
    }
}
