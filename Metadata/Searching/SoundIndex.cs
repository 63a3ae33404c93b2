namespace Metadata.Searching;

/// <summary>The words by their sound, whatever alphabet and scheme they are written in.</summary>
internal sealed class SoundIndex
{
    private const int None = -1;

    private readonly WordTable _sounds = new();
    private readonly SortedWords _sorted;
    private int[] _firstWords = new int[128];
    private int[] _nextWords = new int[128];

    public SoundIndex() => _sorted = new SortedWords(_sounds);

    /// <param name="word">The number of a word that is not here yet, one more than the last.</param>
    public void Add(int word, ReadOnlySpan<char> text)
    {
        var count = _sounds.Count;
        var sound = _sounds.Add(Sound.Of(text));
        if (sound == count)
        {
            _sorted.Add(sound);
            EnsureLength(ref _firstWords, sound + 1);
            _firstWords[sound] = None;
        }

        EnsureLength(ref _nextWords, word + 1);
        _nextWords[word] = _firstWords[sound];
        _firstWords[sound] = word;
    }

    /// <summary>The words that sound so.</summary>
    public void WordsOf(ReadOnlySpan<char> sound, List<SimilarWord> into)
    {
        if (_sounds.Find(sound) is var known and >= 0)
        {
            Append(known, 0, into);
        }
    }

    /// <summary>The words that nearly sound so.</summary>
    public void Similar(ReadOnlySpan<char> sound, int limit, List<SimilarWord> into)
    {
        var sounds = new List<SimilarWord>();
        _sounds.Similar(sound, limit, sounds);
        foreach (var similar in sounds)
        {
            Append(similar.Word, similar.Distance, into);
        }
    }

    /// <summary>The words whose sound begins so, unless they are more than <paramref name="limit"/>.</summary>
    public void StartingWith(ReadOnlySpan<char> sound, int limit, List<SimilarWord> into)
    {
        var range = _sorted.StartingWith(sound);
        if (range.Count > limit)
        {
            return;
        }

        foreach (var one in range.Main.Span)
        {
            Append(one, 0, into);
        }

        foreach (var one in range.Latest.Span)
        {
            Append(one, 0, into);
        }
    }

    private void Append(int sound, int distance, List<SimilarWord> into)
    {
        for (var word = _firstWords[sound]; word != None; word = _nextWords[word])
        {
            into.Add(new SimilarWord(word, distance));
        }
    }

    private static void EnsureLength(ref int[] array, int length)
    {
        if (array.Length < length)
        {
            Array.Resize(ref array, Math.Max(length, array.Length * 3 / 2));
        }
    }
}
