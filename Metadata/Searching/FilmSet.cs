using System.Buffers;
using System.Numerics;

namespace Metadata.Searching;

/// <summary>A set of films, one bit each, in borrowed memory.</summary>
internal sealed class FilmSet : IDisposable
{
    private const int WordBits = 64;

    private readonly int _length;
    private ulong[] _bits;

    /// <param name="films">One more than the largest number of a film.</param>
    public FilmSet(int films)
    {
        _length = (films / WordBits) + 1;
        _bits = ArrayPool<ulong>.Shared.Rent(_length);
        Array.Clear(_bits, 0, _length);
    }

    public void Add(int movieId) => _bits[movieId / WordBits] |= 1UL << (movieId % WordBits);

    public bool Contains(int movieId) => (_bits[movieId / WordBits] >> (movieId % WordBits) & 1) != 0;

    /// <summary>Exchanges the films with those of another set.</summary>
    public void Exchange(FilmSet other) => (_bits, other._bits) = (other._bits, _bits);

    public List<int> ToList()
    {
        var films = new List<int>();
        for (var word = 0; word < _length; word++)
        {
            for (var bits = _bits[word]; bits != 0; bits &= bits - 1)
            {
                films.Add((word * WordBits) + BitOperations.TrailingZeroCount(bits));
            }
        }

        return films;
    }

    public void Dispose() => ArrayPool<ulong>.Shared.Return(_bits);
}
