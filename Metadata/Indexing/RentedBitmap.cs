using System.Buffers;

namespace Metadata.Indexing;

/// <summary>A set on borrowed memory, for the length of one question: it holds a bit for every film, and a new array of
/// that size for every question would keep the garbage collector busy.</summary>
internal sealed class RentedBitmap : Bitmap, IDisposable
{
    private ulong[]? _rented;

    private RentedBitmap(ulong[] words, int length)
        : base(words, length) => _rented = words;

    /// <summary>An empty set.</summary>
    /// <param name="capacity">It takes ids below this number.</param>
    public static RentedBitmap Rent(int capacity)
    {
        var length = WordsFor(capacity);
        var words = ArrayPool<ulong>.Shared.Rent(length);
        words.AsSpan(0, length).Clear();
        return new RentedBitmap(words, length);
    }

    public void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<ulong>.Shared.Return(_rented);
            _rented = null;
        }
    }

    protected override ulong[] Enlarge(ulong[] words, int length) => throw new InvalidOperationException(
        $"A borrowed set of {words.Length} words cannot take {length}. Rent one for the capacity of the films.");
}
