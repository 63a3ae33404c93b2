using System.Runtime.InteropServices;

namespace Metadata.Searching;

/// <summary>The words of each film in their order, in large blocks: a million small arrays would slow down every
/// garbage collection.</summary>
/// <remarks>A film is its title's words; then <see cref="NextTitle"/> and the words of each other title; then
/// <see cref="People"/> and the words of the directors' names.</remarks>
internal sealed class FilmWords
{
    public const int NextTitle = -1;
    public const int People = -2;

    private const int BlockBits = 16;
    private const int BlockLength = 1 << BlockBits;

    private readonly List<int[]> _blocks = [];
    private Place[] _places = new Place[128];
    private short[] _years = new short[128];
    private int _used = BlockLength;
    private long _live;
    private long _dead;

    public int Length => _places.Length;

    public ReadOnlySpan<int> Of(int movieId) =>
        movieId < _places.Length && _places[movieId] is { Count: > 0 } place
            ? Words(_blocks[place.Block], place)
            : [];

    /// <summary>The year, or 0.</summary>
    public int Year(int movieId) => _years[movieId];

    public void Put(int movieId, ReadOnlySpan<int> words, int? year)
    {
        if (movieId >= _places.Length)
        {
            var length = Math.Max(movieId + 1, _places.Length * 3 / 2);
            Array.Resize(ref _places, length);
            Array.Resize(ref _years, length);
        }

        _years[movieId] = (short)(year ?? 0);
        if (Of(movieId).SequenceEqual(words))
        {
            return;
        }

        _dead += _places[movieId].Count;
        _live += words.Length - _places[movieId].Count;
        _places[movieId] = Append(words);
        if (_dead > BlockLength && _dead > _live)
        {
            Compact();
        }
    }

    private Place Append(ReadOnlySpan<int> words)
    {
        if (words.IsEmpty)
        {
            return default;
        }

        if (_used + words.Length > BlockLength)
        {
            _blocks.Add(new int[Math.Max(BlockLength, words.Length)]);
            _used = 0;
        }

        var place = new Place(((_blocks.Count - 1) << BlockBits) | _used, words.Length);
        words.CopyTo(_blocks[^1].AsSpan(_used));
        _used += words.Length;
        return place;
    }

    private void Compact()
    {
        var old = _blocks.ToArray();
        _blocks.Clear();
        _used = BlockLength;
        _dead = 0;
        for (var movieId = 0; movieId < _places.Length; movieId++)
        {
            if (_places[movieId] is { Count: > 0 } place)
            {
                _places[movieId] = Append(Words(old[place.Block], place));
            }
        }
    }

    private static ReadOnlySpan<int> Words(int[] block, Place place) =>
        block.AsSpan(place.Address & (BlockLength - 1), place.Count);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Place(int Address, int Count)
    {
        public int Block => Address >> BlockBits;
    }
}
